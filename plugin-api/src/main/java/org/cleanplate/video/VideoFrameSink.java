package org.cleanplate.video;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.cleanplate.MattingException;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.FrameSink;
import org.cleanplate.frame.Matte;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.output.OutputFile;

/**
 * Writes one layer into a video file: {@link Layer#ALPHA_8}, {@link Layer#FOREGROUND_8}, {@link
 * Layer#COMPOSITE_8} or {@link Layer#CUTOUT_8}. Presentation times are kept, counted from the first
 * frame written; Matroska and WebM round them to milliseconds.
 *
 * <p>Holds native memory for a few frames, freed by {@link #close()}.
 */
public final class VideoFrameSink implements FrameSink {
  private static final Set<Layer> WRITABLE =
      EnumSet.of(Layer.ALPHA_8, Layer.FOREGROUND_8, Layer.COMPOSITE_8, Layer.CUTOUT_8);

  private final Layer layer;
  private final FrameFormat format;
  private final OutputFile file;
  private final VideoEncoder encoder;

  private VideoFrameSink(Layer layer, FrameFormat format, OutputFile file, VideoEncoder encoder) {
    this.layer = layer;
    this.format = format;
    this.file = file;
    this.encoder = encoder;
  }

  /**
   * Opens a video under a temporary name. Its kind follows from the extension, see {@link
   * VideoPreset}.
   *
   * @param target the file in the end; one that exists is replaced
   * @param layer what to write
   * @param source the format of the source's frames, of which the size is taken
   * @param framesPerSecond the source's rhythm; 0 if it has none, the video then has 25
   * @throws MattingException if the folder cannot be written to, the extension is not known, or the
   *     kind of video cannot hold the layer or the size
   */
  public static VideoFrameSink create(
      Path target, Layer layer, FrameFormat source, double framesPerSecond) throws IOException {
    if (!WRITABLE.contains(layer)) {
      throw new MattingException(
          "Layer " + layer + " cannot be written as a video, expected one of " + WRITABLE);
    }
    VideoPreset preset = VideoPreset.forFile(target, layer);
    FrameFormat format = new FrameFormat(source.width(), source.height(), layer.layout());
    OutputFile file = OutputFile.create(target);
    try {
      VideoEncoder encoder =
          VideoEncoder.open(
              file.temporary(),
              file.target().toString(),
              preset,
              layer,
              format,
              new VideoTimeline(framesPerSecond));
      return new VideoFrameSink(layer, format, file, encoder);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  @Override
  public Set<Layer> layers() {
    return Set.of(layer);
  }

  @Override
  public void write(Matte matte) throws IOException {
    Frame frame = matte.layer(layer);
    if (!frame.format().equals(format)) {
      throw new IllegalArgumentException(
          "Layer " + layer + " is " + frame.format() + ", expected " + format);
    }
    encoder.write(frame, matte.timeMicros());
  }

  @Override
  public void complete() throws IOException {
    encoder.complete();
  }

  /** The file in the end, absolute. */
  Path target() {
    return file.target();
  }

  @Override
  public void finish() throws IOException {
    complete();
    file.moveToTarget();
  }

  @Override
  public void close() throws IOException {
    encoder.close();
    file.close();
  }
}
