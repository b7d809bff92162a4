package org.cleanplate.samples.benchmark;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.cleanplate.MattingException;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.Matte;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.network.graph.PixelLayout;
import org.cleanplate.video.VideoFrameSink;

/**
 * An H.264 video of a person who sways before a clean plate.
 *
 * @param video the file
 * @param cleanPlate a picture file
 */
record VideoClip(Path video, Path cleanPlate) {
  private static final double FRAMES_PER_SECOND = 25;

  /** Pixels to either side. */
  private static final int SWAY = 24;

  private static final double FRAMES_PER_SWAY = 50;

  /** Writes a clip of the photograph's own size into a folder. */
  static VideoClip write(PicturePair pictures, int frames, Path folder) throws IOException {
    VideoClip clip = new VideoClip(folder.resolve("clip.mp4"), folder.resolve("plate.png"));
    ImageIO.write(pictures.cleanPlate(), "png", clip.cleanPlate.toFile());
    BufferedImage person = pictures.source();
    FrameFormat format = new FrameFormat(person.getWidth(), person.getHeight(), PixelLayout.BGRA_8);
    try (VideoFrameSink sink =
        VideoFrameSink.create(clip.video, Layer.COMPOSITE_8, format, FRAMES_PER_SECOND)) {
      Frame frame = Frame.allocate(format);
      Matte matte = new Matte(Map.of(Layer.COMPOSITE_8, frame));
      for (int i = 0; i < frames; i++) {
        int shift = (int) Math.round(SWAY * Math.sin(2 * Math.PI * i / FRAMES_PER_SWAY));
        frame.pixels().asIntBuffer().put(shifted(person, shift));
        frame.stamp(i, Math.round(i * 1e6 / FRAMES_PER_SECOND));
        matte.stamp(frame);
        sink.write(matte);
      }
      sink.finish();
    }
    return clip;
  }

  /** The picture moved to the right; what enters at the edge is the edge's column. */
  private static int[] shifted(BufferedImage image, int shift) {
    int width = image.getWidth();
    int[] rgb = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
    int[] moved = new int[rgb.length];
    for (int i = 0; i < rgb.length; i++) {
      int x = i % width;
      int from = Math.max(0, Math.min(width - 1, x - shift));
      moved[i] = rgb[i - x + from];
    }
    return moved;
  }

  /** The clean plate as a frame. */
  Frame readCleanPlate() throws IOException {
    BufferedImage image = ImageIO.read(cleanPlate.toFile());
    if (image == null) {
      throw new MattingException("No picture at " + cleanPlate);
    }
    int width = image.getWidth();
    int height = image.getHeight();
    Frame frame = Frame.allocate(new FrameFormat(width, height, PixelLayout.BGRA_8));
    frame.pixels().asIntBuffer().put(image.getRGB(0, 0, width, height, null, 0, width));
    return frame;
  }
}
