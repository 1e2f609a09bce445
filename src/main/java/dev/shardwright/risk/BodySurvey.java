package dev.shardwright.risk;

import dev.shardwright.model.Routine;
import dev.shardwright.model.ScheduledEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What a check gathers that looks at what triggers, routines, events and views do. */
abstract class BodySurvey {
  final Situation situation;
  final Behaviours behaviours;
  final List<Finding> findings = new ArrayList<>();

  /** What could not be read, so that the check does not look clear. */
  final TreeSet<String> open = new TreeSet<>();

  BodySurvey(Situation situation) {
    this.situation = situation;
    this.behaviours = Behaviours.of(situation);
  }

  /** Looks at everything that the check is about. */
  abstract void all();

  CheckOutcome outcome() {
    all();
    return open.isEmpty()
        ? CheckOutcome.of(findings)
        : new CheckOutcome.Unknown(Unread.sentence(open), findings);
  }

  /** What looks at a routine or an event, by its kind, its name and what it does. */
  interface Look {
    void at(String kind, String name, Behaviour does);
  }

  /** Looks at what runs without a table: routines that somebody may call, and events. */
  void programs(Look look) {
    for (Routine r : behaviours.callable()) {
      look.at(r.kind().word(), r.id(), behaviours.of(r));
    }
    for (ScheduledEvent e : situation.schema().events()) {
      look.at("event", dev.shardwright.model.Names.join(e.schema(), e.name()), behaviours.of(e));
    }
  }

  /** Notes kinds of objects whose bodies the user of the database may not read. */
  void noteHidden(List<String> kinds) {
    kinds.forEach(kind -> Hidden.of(situation.schema(), kind).ifPresent(open::add));
  }
}
