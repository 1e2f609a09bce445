package dev.shardwright.diagram;

import dev.shardwright.classify.Kind;
import dev.shardwright.model.Figures;
import dev.shardwright.model.Provenance;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Severity;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a printed drawing says about itself.
 *
 * @param title the plan's name
 * @param facts what was drawn and when, in the order they are read
 */
public record Caption(String title, List<Fact> facts) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

  public Caption {
    facts = List.copyOf(facts);
  }

  /** A word and what it is for this plan. */
  public record Fact(String name, String value) {}

  /**
   * The caption of a plan.
   *
   * @param planName what the user calls it: the plan file's name without its ending
   * @param day when it was drawn
   */
  public static Caption of(Plan plan, String planName, LocalDate day) {
    Provenance origin = plan.schema().origin();
    List<Fact> facts = new ArrayList<>();
    String schemas = String.join(", ", origin.schemas());
    facts.add(new Fact("Database", schemas.isEmpty() ? origin.described() : schemas));
    facts.add(new Fact("Read from", origin.described()));
    facts.add(new Fact("Server", origin.product().title() + " " + origin.version()));
    facts.add(new Fact("Root", plan.root().map(TableName::toString).orElse("none yet")));
    facts.add(
        new Fact(
            "Holds",
            Figures.count(plan.schema().tables().size(), "table")
                + ", "
                + Figures.count(plan.relations().size(), "relation")));
    facts.add(new Fact("Split", kinds(plan)));
    facts.add(new Fact("Open", severities(plan)));
    facts.add(new Fact("Drawn", DAY.format(day) + " by Shardwright"));
    return new Caption(planName, facts);
  }

  /** With a word on what the drawing does not show; the same if that is nothing. */
  Caption leavingOut(String words) {
    if (words.isEmpty()) {
      return this;
    }
    List<Fact> more = new ArrayList<>(facts);
    more.add(new Fact("Left out", words));
    return new Caption(title, more);
  }

  private static String kinds(Plan plan) {
    List<String> words = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      if (plan.count(kind) > 0) {
        words.add(Figures.exact(plan.count(kind)) + " " + kind.name().toLowerCase(Locale.ROOT));
      }
    }
    return String.join(", ", words);
  }

  private static String severities(Plan plan) {
    List<String> words = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      long open = plan.count(severity);
      if (open > 0 && severity != Severity.INFO) {
        words.add(Figures.count(open, severity.word()));
      }
    }
    return words.isEmpty() ? "no findings" : String.join(", ", words);
  }
}
