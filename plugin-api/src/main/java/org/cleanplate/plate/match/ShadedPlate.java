package org.cleanplate.plate.match;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.Samples;
import org.cleanplate.plate.ForwardingPlate;
import org.cleanplate.plate.PlateModel;
import org.cleanplate.plate.SampleRange;

/**
 * A plate with the shadows that each frame's subject casts on it, so that a shadow is not taken for
 * the subject. On flat ground a shadow cannot be told from a dark subject, and none is added. Used
 * by one thread at a time.
 */
public final class ShadedPlate extends ForwardingPlate {
  /** A change of light that is seen; less is noise. */
  private static final float SHADED = 0.97f;

  /** Less of the picture is left as it is. */
  private static final double LEAST_SHARE = 0.0005;

  private Frame given;
  private CellMeans plateMeans;
  private Frame shaded;
  private SampleRange scale;
  private int frames;
  private int changed;
  private double latestShare;
  private double largestShare;

  /**
   * Shades another plate.
   *
   * @param plate already lying, and lit, as in the frames
   */
  public ShadedPlate(PlateModel plate) {
    super(plate);
  }

  @Override
  public Frame plateFor(Frame source) throws IOException {
    Frame current = plate().plateFor(source);
    if (shaded == null || !shaded.format().equals(current.format())) {
      shaded = Frame.allocate(current.format());
      scale = fromZero(SampleRange.of(current));
    }
    if (current != given || !plate().isUnchanged()) {
      given = current;
      plateMeans = CellMeans.of(current, scale, ShadowFinder.CELLS_ALONG);
    }
    CellMeans frameMeans = CellMeans.of(source, scale, ShadowFinder.CELLS_ALONG);
    float[] factors = new ShadowFinder(frameMeans, plateMeans).find();
    count(factors);
    if (latestShare < LEAST_SHARE) {
      return current;
    }
    int side = CellMeans.side(current.format(), ShadowFinder.CELLS_ALONG);
    int width = current.format().width();
    shade(current, new FactorRows(factors, plateMeans.columns(), side, width));
    return shaded;
  }

  /** A shadow takes a share of the light, so black is where there is none. */
  private static SampleRange fromZero(SampleRange range) {
    double black = Math.min(0, range.black());
    return new SampleRange(black, range.black() + range.range() - black);
  }

  private void count(float[] factors) {
    int dark = 0;
    for (float factor : factors) {
      dark += factor < SHADED ? 1 : 0;
    }
    latestShare = (double) dark / factors.length;
    largestShare = Math.max(largestShare, latestShare);
    frames++;
    changed += latestShare < LEAST_SHARE ? 0 : 1;
  }

  private void shade(Frame current, FactorRows factors) {
    FrameFormat format = current.format();
    shaded.pixels().put(current.pixels());
    shaded.stamp(current);
    Samples from = Samples.of(current);
    Samples to = Samples.of(shaded);
    double[] line = new double[format.width()];
    for (int row = 0; row < format.height(); row++) {
      if (factors.read(row, line)) {
        shadeRow(from, to, row * format.width(), line);
      }
    }
  }

  private void shadeRow(Samples from, Samples to, int start, double[] factors) {
    for (int x = 0; x < factors.length; x++) {
      if (factors[x] < 1) {
        for (int channel = 0; channel < from.channels(); channel++) {
          double value = scale.share(from.get(start + x, channel)) * factors[x];
          to.set(start + x, channel, (float) scale.sample(value));
        }
      }
    }
  }

  @Override
  public List<String> remarks() {
    String found =
        changed == 0
            ? "No shadow found on the background"
            : String.format(
                Locale.ROOT,
                "Shadows on the background%s, over%s %.1f %% of the frame",
                frames == 1 ? "" : " in " + changed + " of " + frames + " frames",
                frames == 1 ? "" : " up to",
                100 * largestShare);
    return Stream.concat(plate().remarks().stream(), Stream.of(found)).toList();
  }

  @Override
  public Map<String, String> properties() {
    Map<String, String> properties = new LinkedHashMap<>(plate().properties());
    properties.put("match.shadows", changed + " of " + frames);
    return properties;
  }

  @Override
  public Map<String, Double> figures() {
    Map<String, Double> figures = new LinkedHashMap<>(plate().figures());
    figures.put("Plate shadow", latestShare);
    return figures;
  }
}
