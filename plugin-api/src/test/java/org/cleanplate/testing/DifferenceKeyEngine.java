package org.cleanplate.testing;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cleanplate.engine.MattingEngine;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.engine.MattingSession;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.Matte;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.network.graph.PixelLayout;
import org.cleanplate.progress.Cancellation;

/**
 * Stands in for a model: alpha is 255 wherever a BGRA pixel differs from the plate, else 0. Of deep
 * frames it only gives the foreground, which is the frame.
 */
public final class DifferenceKeyEngine implements MattingEngine {
  private final List<MattingOptions> opened = new ArrayList<>();
  private boolean closed;

  /** The options of each session that was opened. */
  public List<MattingOptions> opened() {
    return opened;
  }

  public boolean isClosed() {
    return closed;
  }

  @Override
  public String modelName() {
    return "difference key";
  }

  @Override
  public String device() {
    return "test";
  }

  @Override
  public Optional<String> fallback() {
    return Optional.of("no CUDA");
  }

  @Override
  public long estimateMemoryBytes(FrameFormat format, MattingOptions options) {
    return 0;
  }

  @Override
  public MattingSession open(FrameFormat format, MattingOptions options) {
    opened.add(options);
    return new Session(format, options);
  }

  @Override
  public void close() {
    closed = true;
  }

  private record Session(FrameFormat format, MattingOptions options) implements MattingSession {
    @Override
    public Matte allocateMatte() {
      Map<Layer, Frame> layers = new EnumMap<>(Layer.class);
      for (Layer layer : options.layers()) {
        layers.put(
            layer,
            Frame.allocate(new FrameFormat(format.width(), format.height(), layer.layout())));
      }
      return new Matte(layers);
    }

    @Override
    public void compute(Frame source, Frame plate, Matte matte, Cancellation cancellation) {
      cancellation.check();
      matte.stamp(source);
      if (format.layout() == PixelLayout.RGB_16) {
        matte.layer(Layer.FOREGROUND_16).pixels().put(source.pixels());
        return;
      }
      ByteBuffer pixels = source.pixels();
      ByteBuffer plain = plate.pixels();
      for (int i = 0; i < pixels.capacity() / 4; i++) {
        boolean subject = pixels.getInt(4 * i) != plain.getInt(4 * i);
        for (Layer layer : matte.layers()) {
          ByteBuffer target = matte.layer(layer).pixels();
          switch (layer) {
            case ALPHA_8 -> target.put(i, (byte) (subject ? 255 : 0));
            case CUTOUT_8 -> target.putInt(4 * i, subject ? pixels.getInt(4 * i) : 0);
            default -> target.putInt(4 * i, pixels.getInt(4 * i));
          }
        }
      }
    }
  }
}
