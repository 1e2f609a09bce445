package dev.shardwright.plan;

import dev.shardwright.classify.Decisions;
import dev.shardwright.plan.History.Change;
import dev.shardwright.plan.History.Step;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The history and the branches in a plan file: one step, one branch a line.
 *
 * <p>A step says what it decided and what it took back. If the steps do not lead to the file's
 * decisions, because somebody changed those by hand or another program did, one more step does.
 */
final class NotebookJson {
  private static final String HISTORY = "history";
  private static final String BRANCHES = "branches";

  private NotebookJson() {}

  /** Adds what there is; a plan without a past leaves no trace. */
  static void write(ObjectNode file, Notebook notebook) {
    History history = notebook.history();
    if (history.at() > 0) {
      ArrayNode steps = file.putArray(HISTORY);
      if (!history.start().all().isEmpty()) {
        write(steps.addObject(), Change.of(Decisions.NONE, history.start()), "");
      }
      for (int i = 0; i < history.at(); i++) {
        write(steps.addObject(), history.change(i), history.steps().get(i).when());
      }
    }
    if (!notebook.branches().isEmpty()) {
      ArrayNode branches = file.putArray(BRANCHES);
      for (Branch branch : notebook.branches()) {
        ObjectNode json = branches.addObject().put("name", branch.name());
        json.put("when", branch.when());
        json.set("decisions", DecisionJson.toJson(branch.decisions()));
      }
    }
  }

  private static void write(ObjectNode step, Change change, String when) {
    step.put("when", when);
    if (!change.said().isEmpty()) {
      step.set("decided", DecisionJson.toJson(new Decisions(change.said())));
    }
    if (!change.takenBack().isEmpty()) {
      step.set("takenBack", DecisionJson.toJson(new Decisions(change.takenBack())));
    }
  }

  static Notebook read(JsonNode file, Decisions now) {
    List<Step> steps = new ArrayList<>();
    Decisions so = Decisions.NONE;
    for (JsonNode step : file.path(HISTORY)) {
      Change change =
          new Change(
              decisions(step.path("decided")).all(), decisions(step.path("takenBack")).all());
      so = change.on(so);
      steps.add(new Step(step.path("when").asString(""), so));
    }
    return new Notebook(leadingTo(now, steps), branches(file));
  }

  private static History leadingTo(Decisions now, List<Step> steps) {
    if (steps.isEmpty()) {
      return History.startingWith(now);
    }
    List<Step> all = new ArrayList<>(steps);
    if (same(steps.getLast().after(), now)) {
      // The order in which the file has them is the one to go on from.
      Step last = all.removeLast();
      all.add(new Step(last.when(), now));
    } else {
      all.add(new Step("", now));
    }
    return new History(Decisions.NONE, all, all.size());
  }

  private static boolean same(Decisions a, Decisions b) {
    return DecisionJson.toJson(a).equals(DecisionJson.toJson(b));
  }

  private static List<Branch> branches(JsonNode file) {
    List<Branch> branches = new ArrayList<>();
    for (JsonNode branch : file.path(BRANCHES)) {
      branches.add(
          new Branch(
              branch.path("name").asString(""),
              branch.path("when").asString(""),
              decisions(branch.path("decisions"))));
    }
    return branches;
  }

  private static Decisions decisions(JsonNode json) {
    return json.isObject() ? DecisionJson.read(json, SchemaCodec::tableName) : Decisions.NONE;
  }
}
