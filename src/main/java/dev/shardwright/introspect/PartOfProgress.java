package dev.shardwright.introspect;

import dev.shardwright.model.Progress;

/** One stretch of longer work: its 0 to 1 is a part of the whole's. */
record PartOfProgress(Progress whole, double from, double to) implements Progress {

  @Override
  public void step(String what, double fraction) {
    whole.step(what, fraction < 0 ? from : from + fraction * (to - from));
  }

  @Override
  public void warn(String sentence) {
    whole.warn(sentence);
  }

  @Override
  public boolean cancelled() {
    return whole.cancelled();
  }

  @Override
  public AutoCloseable onCancel(Runnable stop) {
    return whole.onCancel(stop);
  }
}
