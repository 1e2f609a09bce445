package dev.shardwright.cli;

import dev.shardwright.model.ProgramVersion;
import picocli.CommandLine.IVersionProvider;

/** The program's version for the command line. */
public final class Version implements IVersionProvider {

  /** The number alone: {@code 0.1.0}. */
  public static String number() {
    return ProgramVersion.number();
  }

  @Override
  public String[] getVersion() {
    return new String[] {"Shardwright " + number()};
  }
}
