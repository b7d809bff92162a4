package org.cleanplate.samples;

import ij.IJ;
import ij.ImagePlus;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.cleanplate.frame.Frame;
import org.cleanplate.video.VideoFrameSource;

/**
 * Lays the demo's results out in one picture: {@code ContactSheet DATA RESULTS PICTURE.png}. One
 * row from the video, one from the stack; source, alpha, foreground and composite side by side.
 */
public final class ContactSheet {
  private static final List<String> LAYERS = List.of("alpha", "foreground", "composite");
  private static final int CELL_WIDTH = 240;
  private static final int GAP = 6;
  private static final int VIDEO_FRAME = 24;
  private static final int STACK_SLICE = 5;

  private ContactSheet() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 3) {
      System.err.println("Usage: ContactSheet DATA RESULTS PICTURE.png");
      System.exit(2);
    }
    Path data = Path.of(arguments[0]);
    Path results = Path.of(arguments[1]);
    List<BufferedImage> video = new ArrayList<>(List.of(videoFrame(data.resolve("video.mp4"))));
    List<BufferedImage> stack = new ArrayList<>(List.of(slice(data.resolve("stack.tif"))));
    for (String layer : LAYERS) {
      video.add(videoFrame(results.resolve("video-" + layer + ".mp4")));
      stack.add(slice(results.resolve("stack-" + layer + ".tif")));
    }
    ImageIO.write(layOut(List.of(video, stack)), "png", Path.of(arguments[2]).toFile());
  }

  private static BufferedImage slice(Path file) throws IOException {
    ImagePlus stack = IJ.openImage(file.toString());
    if (stack == null) {
      throw new IOException("Cannot read " + file);
    }
    if (stack.getBitDepth() == 32) {
      stack.setDisplayRange(0, 1);
    }
    stack.setSlice(STACK_SLICE);
    return stack.getProcessor().getBufferedImage();
  }

  private static BufferedImage videoFrame(Path file) throws IOException {
    try (VideoFrameSource source = VideoFrameSource.open(file)) {
      Frame frame = Frame.allocate(source.format());
      source.skip(VIDEO_FRAME);
      if (!source.read(frame)) {
        throw new IOException(file + " has no frame " + VIDEO_FRAME);
      }
      int width = source.format().width();
      int height = source.format().height();
      int[] pixels = new int[width * height];
      frame.pixels().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(pixels);
      BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
      image.setRGB(0, 0, width, height, pixels, 0, width);
      return image;
    }
  }

  private static BufferedImage layOut(List<List<BufferedImage>> rows) {
    int columns = LAYERS.size() + 1;
    int height = 0;
    for (List<BufferedImage> row : rows) {
      height += cellHeight(row.get(0)) + GAP;
    }
    BufferedImage sheet =
        new BufferedImage(
            columns * (CELL_WIDTH + GAP) - GAP, height - GAP, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = sheet.createGraphics();
    canvas.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    canvas.setColor(Color.WHITE);
    canvas.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    int y = 0;
    for (List<BufferedImage> row : rows) {
      for (int column = 0; column < columns; column++) {
        BufferedImage cell = row.get(column);
        canvas.drawImage(cell, column * (CELL_WIDTH + GAP), y, CELL_WIDTH, cellHeight(cell), null);
      }
      y += cellHeight(row.get(0)) + GAP;
    }
    canvas.dispose();
    return sheet;
  }

  private static int cellHeight(BufferedImage cell) {
    return Math.round((float) CELL_WIDTH * cell.getHeight() / cell.getWidth());
  }
}
