package dev.shardwright.ui;

import dev.shardwright.classify.Decisions;
import dev.shardwright.introspect.OpenSource;
import dev.shardwright.introspect.SampleSource;
import dev.shardwright.introspect.Samples;
import dev.shardwright.introspect.Source;
import dev.shardwright.introspect.Sources;
import dev.shardwright.model.Progress;
import dev.shardwright.model.Schema;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Evidence;

/** A source whose schema was read, and the plan that can be told without a word from the DBA. */
record OpenedSource(OpenSource session, Plan plan) implements AutoCloseable {

  static OpenedSource of(Source from, Progress progress) {
    OpenSource session = Sources.open(from, progress);
    Schema schema = session.schema();
    Decisions known = knownRoot(from, schema);
    return new OpenedSource(session, Plan.of(schema, known, Evidence.NONE, Moment.today()));
  }

  /** A sample says its root; of a database only the DBA can. */
  private static Decisions knownRoot(Source from, Schema schema) {
    if (!(from instanceof SampleSource sample)) {
      return Decisions.NONE;
    }
    String root = Samples.named(sample.name()).root();
    return schema.tables().stream()
        .filter(t -> t.name().name().equals(root))
        .findFirst()
        .map(t -> Decisions.root(t.name()))
        .orElse(Decisions.NONE);
  }

  @Override
  public void close() {
    session.close();
  }
}
