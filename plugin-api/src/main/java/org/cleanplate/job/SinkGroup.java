package org.cleanplate.job;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.cleanplate.MattingException;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameSink;
import org.cleanplate.frame.Matte;
import org.cleanplate.frame.PlatedSink;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.output.Closing;

/** All sinks of a job as one: they get the same mattes and share one end. */
public final class SinkGroup implements PlatedSink {
  private final List<FrameSink> sinks;
  private boolean complete;

  /**
   * Groups sinks, which are closed with the group.
   *
   * @throws MattingException if there is none
   */
  public SinkGroup(List<FrameSink> sinks) {
    if (sinks.isEmpty()) {
      throw new MattingException("No output is asked for: choose at least one, such as alpha");
    }
    this.sinks = List.copyOf(sinks);
  }

  /** What all sinks together read. */
  @Override
  public Set<Layer> layers() {
    Set<Layer> layers = EnumSet.noneOf(Layer.class);
    sinks.forEach(sink -> layers.addAll(sink.layers()));
    return layers;
  }

  /** How many frames every sink has of an earlier run. */
  @Override
  public long framesDone() {
    long done = sinks.get(0).framesDone();
    if (sinks.stream().anyMatch(sink -> sink.framesDone() != done)) {
      throw new IllegalArgumentException("The sinks have different numbers of frames");
    }
    return done;
  }

  @Override
  public void write(Frame source, Frame plate, Matte matte) throws IOException {
    for (FrameSink sink : sinks) {
      sink.write(source, plate, matte);
    }
  }

  /** What the outputs have to say, in their order. */
  @Override
  public List<String> notes() {
    return sinks.stream().flatMap(sink -> sink.notes().stream()).toList();
  }

  @Override
  public void complete() throws IOException {
    if (complete) {
      return;
    }
    for (FrameSink sink : sinks) {
      sink.complete();
    }
    complete = true;
  }

  /** Gives final names only after every output is whole. */
  @Override
  public void finish() throws IOException {
    complete();
    for (FrameSink sink : sinks) {
      sink.finish();
    }
  }

  /** Closes every sink even if one of them fails to. */
  @Override
  public void close() throws IOException {
    Closing.all(sinks, FrameSink::close);
  }
}
