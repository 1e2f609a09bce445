package dev.shardwright.introspect.server;

import dev.shardwright.model.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How to run PostgreSQL, which refuses to run as root, when the program itself does (containers):
 * in a user namespace of its own, else as another user of the machine.
 *
 * @param prefix what comes before the command
 * @param user who it then is; empty if files keep their owner
 */
record Unprivileged(List<String> prefix, Optional<String> user) {
  private static final int TRIAL_SECONDS = 10;

  static final Unprivileged AS_WE_ARE = new Unprivileged(List.of(), Optional.empty());

  Unprivileged {
    prefix = List.copyOf(prefix);
  }

  /** The first way that works here. */
  static Unprivileged find(Progress progress) {
    if (!"root".equals(System.getProperty("user.name"))) {
      return AS_WE_ARE;
    }
    if (works(List.of("unshare", "-U"), progress)) {
      return new Unprivileged(List.of("unshare", "-U"), Optional.empty());
    }
    return asUser("postgres", progress)
        .or(() -> asUser("nobody", progress))
        .orElseThrow(() ->
            new ServerFailure(
                "PostgreSQL does not run as root, and neither unshare nor runuser works here:"
                    + " start Shardwright as an ordinary user."));
  }

  /** As a user of this machine, if that works. */
  static Optional<Unprivileged> asUser(String user, Progress progress) {
    List<String> prefix = List.of("runuser", "-u", user, "--");
    return works(prefix, progress)
        ? Optional.of(new Unprivileged(prefix, Optional.of(user)))
        : Optional.empty();
  }

  List<String> command(List<String> command) {
    List<String> whole = new ArrayList<>(prefix);
    whole.addAll(command);
    return whole;
  }

  private static boolean works(List<String> prefix, Progress progress) {
    List<String> trial = new ArrayList<>(prefix);
    trial.add("true");
    try {
      return Programs.run(trial, TRIAL_SECONDS, progress).ok();
    } catch (IOException e) {
      return false; // not installed: the next way is tried
    }
  }
}
