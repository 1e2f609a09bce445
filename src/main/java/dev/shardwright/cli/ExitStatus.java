package dev.shardwright.cli;

/** The exit statuses of the contract. */
final class ExitStatus {
  static final int DONE = 0;

  /** Done, with findings at or above the line, with drift, or with an export refused. */
  static final int FOUND = 1;

  /** Wrong use or bad input. */
  static final int WRONG_USE = 2;

  /** The database refused or was lost. */
  static final int DATABASE = 3;

  static final int CANCELLED = 130;

  private ExitStatus() {}
}
