package dev.shardwright.risk;

import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A table whose name says that it is a backup, an archive or one year of another. */
final class CopyTable implements RiskCheck {
  private static final Pattern COPY =
      Pattern.compile(
          "(?i)(.+_(bak|backup|old|copy|tmp|temp|orig|archived?|deleted)_?\\d*"
              + "|(bak|backup|old|copy|tmp|temp)_.+|.+_(19|20)\\d{2}_?\\d{2}(_?\\d{2})?)");

  private static final Pattern YEAR = Pattern.compile("(.+?)_?(?:19|20)\\d{2}");

  @Override
  public CheckCode code() {
    return CheckCode.COPY_TABLE;
  }

  @Override
  public CheckOutcome look(Situation situation) {
    return CheckOutcome.of(
        situation.schema().tables().stream()
            .filter(t -> COPY.matcher(t.name().name()).matches() || year(situation, t))
            .map(this::finding)
            .toList());
  }

  /** {@code orders_2019} is a copy only beside {@code orders}: years also name seasons. */
  private static boolean year(Situation situation, Table table) {
    Matcher year = YEAR.matcher(table.name().name());
    return year.matches()
        && situation.table(new TableName(table.name().schema(), year.group(1))).isPresent();
  }

  private Finding finding(Table table) {
    return Finding.of(
        code(),
        Severity.INFO,
        table.name(),
        table.name() + " looks like a backup or an archive; it may not be worth moving.");
  }
}
