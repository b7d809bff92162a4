package org.cleanplate.engine;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.Matte;
import org.cleanplate.frame.Samples;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.progress.Cancellation;

/** A network that says what it is told, with the source as foreground. */
public record AlphaEngine(AlphaAt alpha) implements MattingEngine {

  /** Alpha at a pixel. */
  @FunctionalInterface
  public interface AlphaAt {
    float of(int x, int y);
  }

  @Override
  public String modelName() {
    return "told";
  }

  @Override
  public String device() {
    return "test device";
  }

  @Override
  public Optional<String> fallback() {
    return Optional.empty();
  }

  @Override
  public long estimateMemoryBytes(FrameFormat format, MattingOptions options) {
    return 0;
  }

  @Override
  public MattingSession open(FrameFormat format, MattingOptions options) {
    return new Session(alpha, format, options);
  }

  @Override
  public void close() {}

  public record Session(AlphaAt alpha, FrameFormat format, MattingOptions options)
      implements MattingSession {
    @Override
    public Matte allocateMatte() {
      Map<Layer, Frame> layers = new EnumMap<>(Layer.class);
      Set<Layer> wanted = options.layers();
      wanted.forEach(
          layer ->
              layers.put(
                  layer,
                  Frame.allocate(
                      new FrameFormat(format.width(), format.height(), layer.layout()))));
      return new Matte(layers);
    }

    @Override
    public void compute(Frame source, Frame plate, Matte matte, Cancellation cancellation) {
      for (Layer layer : matte.layers()) {
        Samples samples = Samples.of(matte.layer(layer));
        for (int i = 0; i < format.width() * format.height(); i++) {
          float a = alpha.of(i % format.width(), i / format.width());
          if (layer == Layer.CUTOUT_8) {
            matte.layer(layer).pixels().put(4 * i + 3, (byte) Math.round(a * 255));
          }
          for (int c = 0; c < samples.channels(); c++) {
            float value = samples.channels() == 1 ? a : colour(layer, source, i, c, a);
            samples.set(i, c, value * samples.fullScale());
          }
        }
      }
      matte.stamp(source);
    }

    private float colour(Layer layer, Frame source, int pixel, int channel, float a) {
      Samples seen = Samples.of(source);
      float unit = seen.get(pixel, channel) / seen.fullScale();
      float behind = (options.backdrop() >> 16 - 8 * channel & 255) / 255f;
      return layer.isComposite() ? a * unit + (1 - a) * behind : unit;
    }
  }
}
