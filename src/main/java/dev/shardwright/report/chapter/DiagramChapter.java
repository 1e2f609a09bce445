package dev.shardwright.report.chapter;

import dev.shardwright.classify.Kind;
import dev.shardwright.model.Figures;
import dev.shardwright.plan.Plan;
import dev.shardwright.report.content.Block;
import dev.shardwright.report.content.Section;
import java.util.List;

/** The drawing of the whole plan. */
final class DiagramChapter implements Chapter {

  @Override
  public Section write(Subject subject) {
    Plan plan = subject.plan();
    String description =
        "Drawing of %s and %s: %s client, %s context, %s neutral, %s undecided. The chapter on"
                .formatted(
                    Figures.count(plan.schema().tables().size(), "table"),
                    Figures.count(plan.relations().size(), "relation"),
                    Figures.exact(plan.count(Kind.CLIENT)),
                    Figures.exact(plan.count(Kind.CONTEXT)),
                    Figures.exact(plan.count(Kind.NEUTRAL)),
                    Figures.exact(plan.count(Kind.UNDECIDED)))
            + " tables says the same in words.";
    return new Section("diagram", "Diagram", List.of(new Block.Picture(description)));
  }
}
