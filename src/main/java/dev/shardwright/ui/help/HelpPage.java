package dev.shardwright.ui.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A page of assets/help: the code of a check, or INDEX for the table of all. */
record HelpPage(String name, String text) {
  static final String INDEX = "INDEX";

  static HelpPage of(String name) {
    try (InputStream file = HelpPage.class.getResourceAsStream("/help/" + name + ".md")) {
      if (file == null) {
        throw new IllegalArgumentException("no page of help " + name);
      }
      return new HelpPage(name, new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
