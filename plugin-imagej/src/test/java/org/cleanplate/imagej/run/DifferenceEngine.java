package org.cleanplate.imagej.run;

import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.cleanplate.engine.MattingEngine;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.engine.MattingSession;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.Matte;
import org.cleanplate.frame.Samples;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.progress.Cancellation;

/**
 * An engine whose mattes can be foretold: alpha is full where any colour of a pixel differs from
 * the plate's; the foreground of 8-bit sources is the source, of others black; all else is zero.
 */
public final class DifferenceEngine implements MattingEngine {
  /** Frames computed so far. */
  public final AtomicInteger frames = new AtomicInteger();

  /** Run before each frame. */
  public Runnable beforeFrame = () -> {};

  /** The options of the session opened last. */
  public MattingOptions options;

  /** The GPU that it pretends to compute on. */
  public OptionalInt gpu = OptionalInt.empty();

  /** An engine as commands get it. */
  public OpenedEngine opened() {
    return new OpenedEngine(this, "0123abcd");
  }

  @Override
  public String modelName() {
    return "difference";
  }

  @Override
  public String device() {
    return "test device";
  }

  @Override
  public OptionalInt gpu() {
    return gpu;
  }

  @Override
  public Optional<String> fallback() {
    return Optional.of("no such device here");
  }

  @Override
  public long estimateMemoryBytes(FrameFormat format, MattingOptions asked) {
    return 5 << 20;
  }

  @Override
  public MattingSession open(FrameFormat format, MattingOptions asked) {
    options = asked;
    return new Session(format, asked);
  }

  @Override
  public void close() {}

  private final class Session implements MattingSession {
    private final FrameFormat format;
    private final MattingOptions options;

    Session(FrameFormat format, MattingOptions options) {
      this.format = format;
      this.options = options;
    }

    @Override
    public FrameFormat format() {
      return format;
    }

    @Override
    public MattingOptions options() {
      return options;
    }

    @Override
    public Matte allocateMatte() {
      Map<Layer, Frame> layers = new EnumMap<>(Layer.class);
      for (Layer layer : options.layers()) {
        int divisor = layer.scale() == Layer.Scale.FULL ? 1 : 4;
        layers.put(
            layer,
            Frame.allocate(
                new FrameFormat(
                    format.width() / divisor, format.height() / divisor, layer.layout())));
      }
      return new Matte(layers);
    }

    @Override
    public void compute(Frame source, Frame plate, Matte matte, Cancellation cancellation) {
      beforeFrame.run();
      cancellation.check();
      frames.incrementAndGet();
      for (Layer layer : matte.layers()) {
        ByteBuffer target = matte.layer(layer).pixels();
        for (int i = 0; i < format.width() * format.height(); i++) {
          fill(layer, target, i, source.pixels(), differs(source, plate, i));
        }
      }
      matte.stamp(source);
    }

    private boolean differs(Frame source, Frame plate, int pixel) {
      Samples a = Samples.of(source);
      Samples b = Samples.of(plate);
      for (int c = 0; c < a.channels(); c++) {
        if (a.get(pixel, c) != b.get(pixel, c)) {
          return true;
        }
      }
      return false;
    }

    private void fill(Layer layer, ByteBuffer target, int i, ByteBuffer source, boolean subject) {
      switch (layer) {
        case ALPHA_FLOAT -> target.asFloatBuffer().put(i, subject ? 1 : 0);
        case ALPHA_16 -> target.asShortBuffer().put(i, (short) (subject ? 65535 : 0));
        case ALPHA_8 -> target.put(i, (byte) (subject ? 255 : 0));
        case FOREGROUND_FLOAT -> {
          int pixels = format.width() * format.height();
          for (int c = 0; c < 3; c++) {
            int value =
                switch (format.layout()) {
                  case BGRA_8 -> source.get(4 * i + 2 - c) & 0xFF;
                  case GRAY_8 -> source.get(i) & 0xFF;
                  default -> 0;
                };
            target.asFloatBuffer().put(c * pixels + i, value / 255f);
          }
        }
        case FOREGROUND_8 -> {
          int bytes = format.layout().channels() * format.layout().bytesPerSample();
          for (int b = 0; b < 3; b++) {
            byte value =
                switch (format.layout()) {
                  case BGRA_8 -> source.get(i * bytes + b);
                  case GRAY_8 -> source.get(i);
                  default -> 0;
                };
            target.put(4 * i + b, value);
          }
          target.put(4 * i + 3, (byte) 255);
        }
        default -> {
          // Stays zero.
        }
      }
    }
  }
}
