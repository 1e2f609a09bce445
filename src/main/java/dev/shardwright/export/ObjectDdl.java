package dev.shardwright.export;

import dev.shardwright.model.MinorObject;
import dev.shardwright.model.Routine;
import dev.shardwright.model.ScheduledEvent;
import dev.shardwright.model.Trigger;
import dev.shardwright.model.View;

/** How a family of servers makes the objects that stand on tables. */
interface ObjectDdl {

  /** Before the first routine or view. */
  default void begin(Script script) {}

  void routine(Script script, Routine routine);

  /** PostgreSQL's operators, casts and the like. */
  default void minor(Script script, MinorObject object) {}

  void view(Script script, View view);

  void trigger(Script script, Trigger trigger);

  default void event(Script script, ScheduledEvent event) {}
}
