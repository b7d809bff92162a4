package org.cleanplate.job;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.cleanplate.frame.FrameSink;
import org.cleanplate.frame.Matte;
import org.cleanplate.network.graph.Layer;

/** Writes down what is asked of it. */
final class RecordingSink implements FrameSink {
  private final String name;
  private final Layer layer;
  private final List<String> log;
  private final String failsAt;

  RecordingSink(String name, Layer layer, List<String> log) {
    this(name, layer, log, "never");
  }

  RecordingSink(String name, Layer layer, List<String> log, String failsAt) {
    this.name = name;
    this.layer = layer;
    this.log = log;
    this.failsAt = failsAt;
  }

  @Override
  public Set<Layer> layers() {
    return Set.of(layer);
  }

  @Override
  public void write(Matte matte) throws IOException {
    record("write " + matte.index());
  }

  @Override
  public void complete() throws IOException {
    record("complete");
  }

  @Override
  public void finish() throws IOException {
    record("finish");
  }

  @Override
  public void close() throws IOException {
    record("close");
  }

  private void record(String event) throws IOException {
    log.add(name + " " + event);
    if (event.equals(failsAt)) {
      throw new IOException(name + " failed at " + event);
    }
  }
}
