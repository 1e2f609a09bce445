package dev.shardwright.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shardwright.classify.Decision;
import dev.shardwright.plan.Plan;
import dev.shardwright.testing.Plans;
import java.util.List;
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

  @Test
  void whoForgetsTheLoginIsAsked() {
    var plan = Plans.of("c(id, login:text!, name:text) orders(id, c -> c!)", "c");
    assertThat(plan.findings().stream().filter(f -> f.check() == CHECK))
        .singleElement()
        .satisfies(f -> {
          assertThat(f.columns()).containsExactly("login");
          assertThat(f.message()).contains("login of public.c looks like a value").contains("led");
          assertThat(f.remedies()).first().extracting(Remedy::title).asString().contains("finds");
        });
    var chosen =
        plan.decisions()
            .with(new Decision.DispatchKey(plan.root().orElseThrow(), List.of("login")));
    assertThat(Plans.shortly(Plan.of(plan.schema(), chosen, Evidence.NONE), CHECK)).isEmpty();
  }
}
