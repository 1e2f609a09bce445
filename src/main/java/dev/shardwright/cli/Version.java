package dev.shardwright.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The program's version, as the build wrote it. */
public final class Version implements IVersionProvider {

  /** The number alone: {@code 0.1.0}. */
  public static String number() {
    try (InputStream file = Version.class.getResourceAsStream("/shardwright.properties")) {
      Properties properties = new Properties();
      if (file != null) {
        properties.load(file);
      }
      return properties.getProperty("version", "0.1.0");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String[] getVersion() {
    return new String[] {"Shardwright " + number()};
  }
}
