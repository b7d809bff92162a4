package org.cleanplate.video;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.cleanplate.MattingException;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.FrameSink;
import org.cleanplate.frame.Matte;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.output.OutputFile;

/**
 * Writes a {@link VideoContent} into a video file, with the sound of its source if that is asked
 * for. Presentation times are kept, counted from the first frame written; Matroska and WebM round
 * them to milliseconds. The whole file is opened again and checked before it gets its final name.
 *
 * <p>Holds native memory for a few frames, freed by {@link #close()}.
 */
public final class VideoFrameSink implements FrameSink {
  private final VideoContent content;
  private final FrameFormat source;
  private final OutputFile file;
  private final VideoWriter writer;
  private boolean checked;

  private VideoFrameSink(
      VideoContent content, FrameFormat source, OutputFile file, VideoWriter writer) {
    this.content = content;
    this.source = source;
    this.file = file;
    this.writer = writer;
  }

  /**
   * Opens a silent video of one layer. Its kind follows from the extension, see {@link
   * VideoPreset#forFile}; all else is as in {@link #create(Path, VideoContent, FrameFormat, double,
   * EncodeOptions)}.
   */
  public static VideoFrameSink create(
      Path target, Layer layer, FrameFormat source, double framesPerSecond) throws IOException {
    VideoContent content = VideoContent.of(layer);
    EncodeOptions options = EncodeOptions.of(VideoPreset.forFile(target));
    return create(target, content, source, framesPerSecond, options);
  }

  /**
   * Opens a video under a temporary name.
   *
   * @param target the file in the end; one that exists is replaced
   * @param content what to write
   * @param source the format of the source's frames, of which the size is taken
   * @param framesPerSecond the source's rhythm; 0 if it has none, the video then has 25
   * @param options how to write it
   * @throws MattingException if the folder cannot be written to, or the kind of video cannot hold
   *     the content or the size or does not have that extension
   */
  public static VideoFrameSink create(
      Path target,
      VideoContent content,
      FrameFormat source,
      double framesPerSecond,
      EncodeOptions options)
      throws IOException {
    options.preset().requireFits(target, content);
    OutputFile file = OutputFile.create(target);
    try {
      VideoWriter writer =
          VideoWriter.open(
              file.temporary(),
              file.target().toString(),
              content,
              source,
              new VideoTimeline(framesPerSecond),
              options);
      return new VideoFrameSink(content, source, file, writer);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  @Override
  public Set<Layer> layers() {
    return content.layers();
  }

  @Override
  public void write(Matte matte) throws IOException {
    for (Layer layer : content.layers()) {
      Frame frame = matte.layer(layer);
      FrameFormat expected = new FrameFormat(source.width(), source.height(), layer.layout());
      if (!frame.format().equals(expected)) {
        throw new IllegalArgumentException(
            "Layer " + layer + " is " + frame.format() + ", expected " + expected);
      }
    }
    writer.write(matte);
  }

  /** Known once the video is complete. */
  @Override
  public List<String> notes() {
    return writer.notes().stream().map(note -> file.target().getFileName() + ": " + note).toList();
  }

  @Override
  public void complete() throws IOException {
    writer.complete();
    if (!checked) {
      writer.written().requireIn(file.temporary(), file.target().toString());
      checked = true;
    }
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
    writer.close();
    file.close();
  }
}
