package dev.shardwright.ui;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The window's words, all in {@code assets/texts/window.properties}. */
public final class Texts {
  private static final ResourceBundle WORDS = ResourceBundle.getBundle("texts.window", Locale.ROOT);

  private Texts() {}

  /**
   * The text of a key with its places filled. Numbers get separators of thousands, in English as
   * the texts themselves.
   *
   * @throws java.util.MissingResourceException if there is no such key
   */
  public static String of(String key, Object... values) {
    String pattern = WORDS.getString(key);
    return new MessageFormat(pattern, Locale.ENGLISH).format(values);
  }
}
