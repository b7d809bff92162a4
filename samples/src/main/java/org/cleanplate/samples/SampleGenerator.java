package org.cleanplate.samples;

import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;

/**
 * Writes the sample data into a folder: {@code SampleGenerator FOLDER}.
 *
 * <ul>
 *   <li>{@code stack.tif}, {@code plate.png}, {@code true-alpha.tif}: 8 frames, 320x240
 *   <li>{@code video.mp4}, {@code video-plate.png}, {@code video-true-alpha.tif}: 48 frames,
 *       640x360, 24 a second
 * </ul>
 *
 * Frames and plates are RGB, true alpha is 8-bit. Every run writes the same pictures.
 */
public final class SampleGenerator {
  static final int STACK_FRAMES = 8;
  private static final int VIDEO_FRAMES = 48;
  private static final double FRAMES_PER_SECOND = 24;
  private static final long SEED = 2021;

  private final Path folder;

  private SampleGenerator(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      System.err.println("Usage: SampleGenerator FOLDER");
      System.exit(2);
    }
    generate(Path.of(arguments[0]), VIDEO_FRAMES);
  }

  /** Writes all files into the folder, which is made if need be. */
  static void generate(Path folder, int videoFrames) throws IOException {
    Files.createDirectories(folder);
    SampleGenerator generator = new SampleGenerator(folder.toAbsolutePath());
    generator.writeStack(new SyntheticScene(320, 240, STACK_FRAMES, SEED));
    generator.writeVideo(new SyntheticScene(640, 360, videoFrames, SEED));
  }

  private void writeStack(SyntheticScene scene) throws IOException {
    save(rgb(scene, scene.cleanPlate()), "plate.png");
    saveStack(scene, i -> rgb(scene, scene.frame(i).rgb()), "stack.tif");
    saveStack(scene, i -> alpha(scene, scene.frame(i).alpha()), "true-alpha.tif");
  }

  private void writeVideo(SyntheticScene scene) throws IOException {
    save(rgb(scene, scene.cleanPlate()), "video-plate.png");
    saveStack(scene, i -> alpha(scene, scene.frame(i).alpha()), "video-true-alpha.tif");
    SampleVideo.write(scene, FRAMES_PER_SECOND, folder.resolve("video.mp4"));
  }

  private void saveStack(SyntheticScene scene, IntFunction<ImageProcessor> slices, String name)
      throws IOException {
    ImageStack stack = new ImageStack(scene.width(), scene.height());
    for (int i = 0; i < scene.frameCount(); i++) {
      stack.addSlice(slices.apply(i));
    }
    save(new ImagePlus(name, stack), name);
  }

  private void save(ImageProcessor picture, String name) throws IOException {
    save(new ImagePlus(name, picture), name);
  }

  private void save(ImagePlus image, String name) throws IOException {
    Path file = folder.resolve(name);
    FileSaver saver = new FileSaver(image);
    boolean saved =
        name.endsWith(".png")
            ? saver.saveAsPng(file.toString())
            : saver.saveAsTiff(file.toString());
    if (!saved) {
      throw new IOException("Cannot write " + file);
    }
  }

  private static ImageProcessor rgb(SyntheticScene scene, int[] pixels) {
    return new ColorProcessor(scene.width(), scene.height(), pixels);
  }

  private static ImageProcessor alpha(SyntheticScene scene, float[] alpha) {
    byte[] pixels = new byte[alpha.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) Math.round(255 * alpha[i]);
    }
    return new ByteProcessor(scene.width(), scene.height(), pixels);
  }
}
