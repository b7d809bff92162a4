package org.cleanplate.imagej.run;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.cleanplate.MattingException;
import org.cleanplate.engine.MattingOptions.Levels;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.Samples;
import org.cleanplate.imagej.parameters.FootageChoice;
import org.cleanplate.matte.SampleScale;
import org.cleanplate.metric.AlphaPlane;

/**
 * Footage with corrected mattes as a data set on disk, which a plan can name and <em>Evaluate
 * Matting...</em> measures on: the folders {@code src}, {@code bgr} and {@code pha}, each with a
 * PNG of 8 bits for each corrected frame, black to white as the network sees them.
 *
 * @param folder of the three; there whole or not at all
 */
record FootageSet(Path folder) {
  private static final String SOURCES = "src";
  private static final String PLATES = "bgr";
  private static final String ALPHAS = "pha";

  /** Beside the data set from when a run has begun. */
  private static final String PLAN = "plan.properties";

  /** Alpha above which a pixel shows that someone has drawn a subject. */
  private static final float SUBJECT = 0.5f;

  /** The keys of a plan that name the folders. */
  Map<String, String> settings() {
    return Map.of(
        "sources", folder.resolve(SOURCES).toString(),
        "plates", folder.resolve(PLATES).toString(),
        "alphas", folder.resolve(ALPHAS).toString());
  }

  /**
   * Writes the data set, or finds that it is there already. Another that lies there is replaced as
   * long as no run has begun with it.
   *
   * @return the format of the footage
   * @throws MattingException if footage and mattes do not fit, or the folder holds another set
   * @throws java.util.concurrent.CancellationException if cancelled; nothing is left behind
   */
  FrameFormat write(FootageChoice choice, RunMonitor monitor) throws IOException {
    try (FolderInMaking making = new FolderInMaking(folder)) {
      for (String name : List.of(SOURCES, PLATES, ALPHAS)) {
        Files.createDirectories(making.part().resolve(name));
      }
      FrameFormat format = fill(making.part(), choice, monitor);
      boolean used = Files.exists(folder.resolveSibling(PLAN));
      if (!making.finish(!used)) {
        throw new MattingException(
            folder
                + " holds other footage or other mattes, which a run was trained on: choose another"
                + " run_folder, and start from that run's model to build on it");
      }
      return format;
    }
  }

  private static FrameFormat fill(Path part, FootageChoice choice, RunMonitor monitor)
      throws IOException {
    boolean drawn = false;
    FrameFormat format;
    try (FootageFrames frames = FootageFrames.open(choice, monitor);
        CorrectedMattes mattes = CorrectedMattes.open(choice.corrected())) {
      format = frames.format();
      boolean each = mattes.isOneForEachOf(frames.count());
      int before = 0;
      for (int number : mattes.frames(choice.frames(), frames.count())) {
        monitor.cancellation().check();
        Frame frame = frames.read(number);
        AlphaPlane alpha = mattes.next(each ? number - 1 - before : 0);
        requireSize(format, alpha, choice);
        String name = String.format(Locale.ROOT, "frame-%06d.png", number);
        write(part.resolve(SOURCES).resolve(name), picture(frame, frames.levels()));
        write(part.resolve(PLATES).resolve(name), picture(frames.plate(), frames.levels()));
        write(part.resolve(ALPHAS).resolve(name), picture(alpha));
        drawn |= hasSubject(alpha);
        before = number;
      }
    }
    if (!drawn) {
      throw new MattingException(
          "No corrected matte of \""
              + choice.corrected()
              + "\" is above one half anywhere, expected white (255 in 8 bits, 1 in 32) on the"
              + " subject");
    }
    return format;
  }

  private static void requireSize(FrameFormat format, AlphaPlane alpha, FootageChoice choice) {
    if (alpha.width() != format.width() || alpha.height() != format.height()) {
      throw new MattingException(
          "Corrected mattes \""
              + choice.corrected()
              + "\" are "
              + alpha.width()
              + "x"
              + alpha.height()
              + ", but the footage is "
              + format.size()
              + ": give mattes of the footage's size");
    }
  }

  private static boolean hasSubject(AlphaPlane alpha) {
    for (float value : alpha.values()) {
      if (value > SUBJECT) {
        return true;
      }
    }
    return false;
  }

  private static BufferedImage picture(Frame frame, Levels levels) {
    int width = frame.format().width();
    int height = frame.format().height();
    Samples samples = Samples.of(frame);
    SampleScale scale = SampleScale.of(samples, levels);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < width * height; i++) {
      int rgb = 0;
      for (int c = 0; c < 3; c++) {
        rgb = rgb << 8 | level(scale.unit(samples.get(i, c)));
      }
      image.setRGB(i % width, i / width, rgb);
    }
    return image;
  }

  private static BufferedImage picture(AlphaPlane alpha) {
    BufferedImage image =
        new BufferedImage(alpha.width(), alpha.height(), BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < alpha.values().length; i++) {
      int x = i % alpha.width();
      image.getRaster().setSample(x, i / alpha.width(), 0, level(alpha.values()[i]));
    }
    return image;
  }

  private static int level(float unit) {
    return Math.round(255 * Math.max(0, Math.min(1, unit)));
  }

  private static void write(Path file, BufferedImage image) throws IOException {
    ImageIO.write(image, "png", file.toFile());
  }
}
