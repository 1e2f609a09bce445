package dev.shardwright.report;

import dev.shardwright.risk.CheckCode;
import dev.shardwright.risk.Finding;
import java.util.Locale;
import java.util.ResourceBundle;

/** The same words about checks as the window uses. */
public final class CheckWords {
  private static final ResourceBundle WORDS = ResourceBundle.getBundle("texts.window", Locale.ROOT);

  private CheckWords() {}

  /** Why the problem matters; empty if nobody wrote it down. */
  public static String why(CheckCode check) {
    return text("check." + check.name(), "");
  }

  /** The finding in plain words; a subtype that has words of its own is called by them. */
  public static String title(Finding finding) {
    CheckCode check = finding.check();
    return finding
        .subtype()
        .map(subtype -> text("subtype." + check.name() + "." + subtype, check.title()))
        .orElse(check.title());
  }

  private static String text(String key, String otherwise) {
    return WORDS.containsKey(key) ? WORDS.getString(key) : otherwise;
  }
}
