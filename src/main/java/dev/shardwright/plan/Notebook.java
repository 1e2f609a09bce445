package dev.shardwright.plan;

import java.util.List;

/**
 * How a plan came about: its steps and the ways not taken. It explains a plan and never changes it.
 *
 * @param history its present decisions are the plan's
 */
public record Notebook(History history, List<Branch> branches) {

  public Notebook {
    branches = List.copyOf(branches);
  }

  /** A plan of which nobody knows how it came about. */
  public static Notebook of(Plan plan) {
    return new Notebook(History.startingWith(plan.decisions()), List.of());
  }
}
