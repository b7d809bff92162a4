package org.cleanplate.evaluation;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.cleanplate.MattingException;
import org.cleanplate.frame.Frame;

/**
 * Composites made of cut-out subjects and photographs: the folders {@code fgr} and {@code pha} of
 * the authors' layout, any nesting, pictures of the same names, and a folder of backgrounds. Every
 * subject comes once, placed by a random affine map, over a background drawn at random; the same
 * seed gives the same pictures. With the 85 photographs of PhotoMatte85 at 2048x2048 this is the
 * evaluation of the Paddle reproduction, but for the random numbers themselves.
 */
public final class Composites implements EvaluationSet {
  /** The folder that tells this layout from others. */
  static final String FOREGROUNDS = "fgr";

  /** Against a background that just covers the frame. */
  private static final SizeRange BACKGROUND_SIZES = new SizeRange(1, 1.2);

  private final List<String> names;
  private final PictureTree foregrounds;
  private final PictureTree alphas;
  private final PictureTree backgrounds;
  private final CompositeOptions options;

  private Composites(
      PictureTree foregrounds,
      PictureTree alphas,
      PictureTree backgrounds,
      CompositeOptions options) {
    this.names = foregrounds.names();
    this.foregrounds = foregrounds;
    this.alphas = alphas;
    this.backgrounds = backgrounds;
    this.options = options;
  }

  /**
   * Lists a data set.
   *
   * @param folder of {@code fgr} and {@code pha}
   * @param backgrounds photographs without a subject
   * @throws MattingException if a folder is missing, or pictures have no partners
   */
  public static Composites open(Path folder, Path backgrounds, CompositeOptions options)
      throws IOException {
    PictureTree foregrounds = PictureTree.read(folder.resolve(FOREGROUNDS));
    PictureTree alphas = PictureTree.read(folder.resolve("pha"));
    foregrounds.requireSameNames(alphas);
    return new Composites(foregrounds, alphas, PictureTree.read(backgrounds), options);
  }

  @Override
  public int size() {
    return names.size();
  }

  @Override
  public EvaluationSample sample(int index) throws IOException {
    SplittableRandom random = new SplittableRandom(options.seed() * 0x9E3779B97F4A7C15L + index);
    String name = names.get(index);
    Frame colour = foregrounds.read(name);
    Frame alpha = alphas.read(name);
    if (!colour.format().sameSizeAs(alpha.format())) {
      throw new MattingException(
          "Foreground "
              + foregrounds.place(name)
              + " is "
              + colour.format().size()
              + ", but its alpha is "
              + alpha.format().size()
              + ": make them of one size");
    }
    Placement placement = Placement.draw(random, options.subjects());
    List<String> photographs = backgrounds.names();
    String photograph = photographs.get(random.nextInt(photographs.size()));
    BufferedImage background =
        Placement.draw(random, BACKGROUND_SIZES)
            .onto(
                RgbImage.of(backgrounds.read(photograph)),
                options.width(),
                options.height(),
                Placement.Fit.COVER);
    return new Compositor(options.nuisances(), random)
        .compose(name, placed(colour, alpha, placement), background);
  }

  private Subject placed(Frame colour, Frame alpha, Placement placement) {
    BufferedImage canvas =
        placement.onto(
            RgbImage.of(colour), options.width(), options.height(), Placement.Fit.INSIDE);
    BufferedImage mask =
        placement.onto(RgbImage.of(alpha), options.width(), options.height(), Placement.Fit.INSIDE);
    int[] grey = mask.getRGB(0, 0, options.width(), options.height(), null, 0, options.width());
    float[] values = new float[grey.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (grey[i] >> 8 & 255) / 255f;
    }
    return new Subject(canvas, values);
  }

  @Override
  public void close() {
    foregrounds.close();
    alphas.close();
    backgrounds.close();
  }

  @Override
  public String description() {
    return size()
        + " subjects of "
        + foregrounds.folder().getParent()
        + " over "
        + backgrounds.names().size()
        + " backgrounds at "
        + options.width()
        + "x"
        + options.height()
        + ", seed "
        + options.seed();
  }
}
