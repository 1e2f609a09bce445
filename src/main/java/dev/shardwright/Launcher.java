package dev.shardwright;

/** Starts Shardwright: the window without arguments, the command line with a verb. */
public final class Launcher {
  private Launcher() {}

  public static void main(String[] args) {}
}
