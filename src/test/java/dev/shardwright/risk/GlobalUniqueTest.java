package dev.shardwright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.testing.Plans;
import org.junit.jupiter.api.Test;

class GlobalUniqueTest {
  private static final CheckCode CHECK = CheckCode.GLOBAL_UNIQUE;

  @Test
  void loginsAndInvoiceNumbersAreUniqueOverAllClients() {
    var plan =
        Plans.of(
            "c(id, login:text!, unique[login])"
                + " invoices(id, c -> c!, no:text!, unique[no])"
                + " orders(id, c -> c!, no:text!, unique[c no])"
                + " lines(order_id -> orders!, line_no!, pk[order_id line_no])",
            "c");

    assertThat(Plans.shortly(plan, CHECK)).containsExactly("info c", "info invoices");
  }

  @Test
  void aKeyThatHoldsACarriedOwnerIsLocal() {
    var plan =
        Plans.of(
            "c(id) projects(c -> c!, id!, pk[c id])"
                + " tasks(c!, id!, project_id!, no!, pk[c id], unique[no],"
                + " [c project_id] -> projects[c id])",
            "c");

    assertThat(Plans.findings(plan, CHECK))
        .extracting(f -> f.table().name() + " " + f.columns())
        .containsExactly("tasks [no]");
  }
}
