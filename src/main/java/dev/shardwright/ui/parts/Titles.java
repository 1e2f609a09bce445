package dev.shardwright.ui.parts;

import dev.shardwright.classify.Decision;
import dev.shardwright.model.Figures;
import dev.shardwright.model.Relation;
import dev.shardwright.model.TableName;
import dev.shardwright.plan.Plan;
import dev.shardwright.plan.WorkStep;
import dev.shardwright.risk.CheckCode;
import dev.shardwright.risk.Finding;
import dev.shardwright.ui.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names as the window writes them: the schema only where there are several. */
public final class Titles {
  private Titles() {}

  public static String table(Plan plan, TableName table) {
    return Legible.line(
        onlySchema(plan).filter(table.schema()::equals).isPresent()
            ? table.name()
            : table.toString());
  }

  /** A sentence about tables, as the window writes their names. */
  public static String sentence(Plan plan, String text) {
    return Legible.line(
        onlySchema(plan)
            .map(schema ->
                text.replaceAll("(?<![\\w.\"])" + Pattern.quote(schema) + "\\.(?=[\\w\"])", ""))
            .orElse(text));
  }

  private static Optional<String> onlySchema(Plan plan) {
    List<String> schemas = plan.schema().origin().schemas();
    return schemas.size() == 1 ? Optional.of(schemas.getFirst()) : Optional.empty();
  }

  public static String columns(List<String> columns) {
    return Legible.line(String.join(", ", columns));
  }

  /** {@code client_id → clients}, as the child tells it. */
  public static String toParent(Plan plan, Relation relation) {
    return columns(relation.childColumns())
        + " → "
        + table(plan, relation.parent())
        + condition(relation);
  }

  /** {@code comments.photo_id}, as the parent tells it. */
  public static String fromChild(Plan plan, Relation relation) {
    return table(plan, relation.child())
        + "."
        + columns(relation.childColumns())
        + condition(relation);
  }

  /** The check in plain words; a subtype that has words of its own is called by them. */
  public static String check(Finding finding) {
    String code = finding.check().name();
    return finding
        .subtype()
        .map(subtype -> text("subtype." + code + "." + subtype, finding.check().title()))
        .orElse(finding.check().title());
  }

  /** Why the problem matters, in two lines. */
  public static String why(Finding finding) {
    return text("check." + finding.check().name(), "");
  }

  /** What a decision says, in a few words. */
  public static String decision(Plan plan, Decision decision) {
    return switch (decision) {
      case Decision.Root r -> Texts.of("decision.root", table(plan, r.table()));
      case Decision.Virtual v ->
          Texts.of(
              "decision.virtual",
              table(plan, v.child()),
              columns(v.childColumns()),
              table(plan, v.parent()));
      case Decision.Cut c -> Texts.of("decision.cut", sentence(plan, c.relation()));
      case Decision.KindOverride k ->
          Texts.of("decision.kind", table(plan, k.table()), MarkGlyph.title(k.kind()));
      case Decision.PlainId p ->
          Texts.of("decision.plain", table(plan, p.table()), columns(p.columns()));
      case Decision.Owner o ->
          Texts.of("decision.owner", table(plan, o.table()), sentence(plan, o.relation()));
      case Decision.DispatchKey d ->
          Texts.of("decision.dispatch", table(plan, d.table()), columns(d.columns()));
      case Decision.FindingState f ->
          Texts.of(
              "decision.finding",
              title(f),
              place(plan, f),
              Texts.of("state." + f.state().name().toLowerCase(Locale.ROOT)));
      case Decision.Setting s ->
          WorkStep.said(s)
              .orElseGet(() -> Texts.of("decision.setting", s.name(), Figures.exact(s.value())));
      case Decision.Question q ->
          Texts.of(q.open() ? "decision.question" : "decision.answered", q.text());
    };
  }

  /** The check of a decision about a finding, as people call it. */
  public static String title(Decision.FindingState f) {
    return Arrays.stream(CheckCode.values())
        .filter(code -> code.name().equals(f.check()))
        .findFirst()
        .map(CheckCode::title)
        .orElse(f.check());
  }

  /** The table of a decision about a finding, and the objects that it names. */
  public static String place(Plan plan, Decision.FindingState f) {
    String objects = f.objects().isEmpty() ? "" : " (" + String.join(", ", f.objects()) + ")";
    return table(plan, f.table()) + objects;
  }

  private static String condition(Relation relation) {
    return relation
        .discriminator()
        .map(d -> " [" + d.column() + " = " + d.value() + "]")
        .orElse("");
  }

  private static String text(String key, String otherwise) {
    try {
      return Texts.of(key);
    } catch (MissingResourceException e) {
      return otherwise;
    }
  }
}
