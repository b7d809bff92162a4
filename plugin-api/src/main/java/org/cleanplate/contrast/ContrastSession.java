package org.cleanplate.contrast;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.engine.MattingSession;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.Matte;
import org.cleanplate.progress.Cancellation;

/** A session that stretches its pictures, and gives the colours of the mattes back. */
final class ContrastSession implements MattingSession {

  /** The stretched pictures of one call. */
  private record Pair(Frame source, Frame cleanPlate) {}

  private final MattingSession network;
  private final MattingOptions options;
  private final Stretch stretch;
  private final Queue<Pair> spare = new ConcurrentLinkedQueue<>();

  /**
   * @param network delivers an alpha, too
   * @param options as they were asked for
   */
  ContrastSession(MattingSession network, MattingOptions options, Stretch stretch) {
    this.network = network;
    this.options = options;
    this.stretch = stretch;
  }

  @Override
  public FrameFormat format() {
    return network.format();
  }

  @Override
  public MattingOptions options() {
    return options;
  }

  @Override
  public Matte allocateMatte() {
    return network.allocateMatte();
  }

  @Override
  public void compute(Frame source, Frame cleanPlate, Matte matte, Cancellation cancellation) {
    Pair next = spare.poll();
    Pair stretched =
        next == null ? new Pair(Frame.allocate(format()), Frame.allocate(format())) : next;
    stretch.apply(source, stretched.source());
    stretch.apply(cleanPlate, stretched.cleanPlate());
    network.compute(stretched.source(), stretched.cleanPlate(), matte, cancellation);
    spare.add(stretched);
    new RestoredColours(stretch, source, options.backdrop()).restore(matte);
  }
}
