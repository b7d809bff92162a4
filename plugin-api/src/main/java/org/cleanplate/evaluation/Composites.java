package org.cleanplate.evaluation;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.cleanplate.MattingException;
import org.cleanplate.frame.Frame;
import org.cleanplate.sequence.ImageFile;

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
  private final List<Path> backgrounds;
  private final CompositeOptions options;

  private Composites(
      PictureTree foregrounds,
      PictureTree alphas,
      PictureTree backgrounds,
      CompositeOptions options) {
    this.names = List.copyOf(foregrounds.files().keySet());
    this.foregrounds = foregrounds;
    this.alphas = alphas;
    this.backgrounds = List.copyOf(backgrounds.files().values());
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
  public EvaluationSample sample(int index) {
    SplittableRandom random = new SplittableRandom(options.seed() * 0x9E3779B97F4A7C15L + index);
    String name = names.get(index);
    Frame colour = ImageFile.read(foregrounds.files().get(name));
    Frame alpha = ImageFile.read(alphas.files().get(name));
    if (!colour.format().sameSizeAs(alpha.format())) {
      throw new MattingException(
          "Foreground "
              + foregrounds.files().get(name)
              + " is "
              + colour.format().size()
              + ", but its alpha is "
              + alpha.format().size()
              + ": make them of one size");
    }
    Placement placement = Placement.draw(random, options.subjects());
    Path photograph = backgrounds.get(random.nextInt(backgrounds.size()));
    BufferedImage background =
        Placement.draw(random, BACKGROUND_SIZES)
            .onto(
                RgbImage.of(ImageFile.read(photograph)),
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
  public String description() {
    return size()
        + " subjects of "
        + foregrounds.folder().getParent()
        + " over "
        + backgrounds.size()
        + " backgrounds at "
        + options.width()
        + "x"
        + options.height()
        + ", seed "
        + options.seed();
  }
}
