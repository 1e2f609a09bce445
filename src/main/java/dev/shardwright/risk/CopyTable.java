package dev.shardwright.risk;

import dev.shardwright.model.Table;
import java.util.regex.Pattern;

/** A table whose name says that it is a backup or an archive of another. */
final class CopyTable implements RiskCheck {
  private static final Pattern COPY =
      Pattern.compile(
          "(?i)(.+_(bak|backup|old|copy|tmp|temp|orig|archived?|deleted)_?\\d*"
              + "|(bak|backup|old|copy|tmp|temp)_.+|.+_(19|20)\\d{2}_?\\d{2}(_?\\d{2})?)");

  @Override
  public CheckCode code() {
    return CheckCode.COPY_TABLE;
  }

  @Override
  public CheckOutcome look(Situation situation) {
    return CheckOutcome.of(
        situation.schema().tables().stream()
            .filter(t -> COPY.matcher(t.name().name()).matches())
            .map(this::finding)
            .toList());
  }

  private Finding finding(Table table) {
    return Finding.of(
        code(),
        Severity.INFO,
        table.name(),
        table.name() + " looks like a backup or an archive; it may not be worth moving.");
  }
}
