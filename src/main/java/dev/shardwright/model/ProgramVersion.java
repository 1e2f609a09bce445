package dev.shardwright.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The program's version, as the build wrote it. */
public final class ProgramVersion {
  private ProgramVersion() {}

  /** The number alone: {@code 0.1.0}. */
  public static String number() {
    try (InputStream file = ProgramVersion.class.getResourceAsStream("/shardwright.properties")) {
      Properties properties = new Properties();
      if (file != null) {
        properties.load(file);
      }
      return properties.getProperty("version", "0.1.0");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
