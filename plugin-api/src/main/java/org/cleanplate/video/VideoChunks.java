package org.cleanplate.video;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cleanplate.MattingException;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.Matte;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.output.DurableFile;
import org.cleanplate.output.OutputFile;
import org.cleanplate.resume.ChunkedOutput;

/**
 * A video that a run which was killed can go on with: each chunk is a silent video of its own,
 * {@code walk-alpha-00003.mp4}, encoded like all others; in the end their packets are copied into
 * one file, and the sound with them.
 */
public final class VideoChunks implements ChunkedOutput {
  private final Path work;
  private final OutputFile file;
  private final VideoContent content;
  private final FrameFormat source;
  private final double framesPerSecond;
  private final EncodeOptions options;
  private final List<String> notes = new ArrayList<>();
  private Optional<VideoFrameSink> chunk = Optional.empty();
  private int framesInChunk;

  private VideoChunks(
      Path work,
      OutputFile file,
      VideoContent content,
      FrameFormat source,
      double framesPerSecond,
      EncodeOptions options) {
    this.work = work;
    this.file = file;
    this.content = content;
    this.source = source;
    this.framesPerSecond = framesPerSecond;
    this.options = options;
  }

  /**
   * Gets ready to write.
   *
   * @param work the run's working folder
   * @param target the file in the end; one that exists is replaced
   * @param content what to write
   * @param source the format of the source's frames, of which the size is taken
   * @param framesPerSecond the source's rhythm; 0 if it has none, the video then has 25
   * @param options how to write it
   * @throws MattingException if the folder cannot be written to, or the kind of video cannot hold
   *     the content or does not have that extension
   */
  public static VideoChunks create(
      Path work,
      Path target,
      VideoContent content,
      FrameFormat source,
      double framesPerSecond,
      EncodeOptions options) {
    options.preset().requireFits(target, content);
    OutputFile file = OutputFile.create(target);
    return new VideoChunks(work, file, content, source, framesPerSecond, options);
  }

  @Override
  public Set<Layer> layers() {
    return content.layers();
  }

  @Override
  public void beginChunk(int number) throws IOException {
    chunk =
        Optional.of(
            VideoFrameSink.create(
                chunkFile(number), content, source, framesPerSecond, options.silent()));
    framesInChunk = 0;
  }

  @Override
  public void write(Matte matte) throws IOException {
    chunk.orElseThrow().write(matte);
    framesInChunk++;
  }

  @Override
  public void endChunk() throws IOException {
    try (VideoFrameSink whole = chunk.orElseThrow()) {
      chunk = Optional.empty();
      whole.finish();
      DurableFile.force(whole.target());
    }
  }

  @Override
  public void join(int chunks, long[] timesMicros) throws IOException {
    List<Path> files = new ArrayList<>();
    for (int number = 0; number < chunks; number++) {
      files.add(chunkFile(number));
    }
    String name = file.target().toString();
    try (ChunkJoiner joiner = new ChunkJoiner(name, options, new VideoTimeline(framesPerSecond))) {
      joiner.join(files, timesMicros, file.temporary());
      joiner.written(content).requireIn(file.temporary(), name);
      joiner.notes().forEach(note -> notes.add(file.target().getFileName() + ": " + note));
    }
    DurableFile.force(file.temporary());
  }

  @Override
  public List<String> notes() {
    return List.copyOf(notes);
  }

  @Override
  public void finish() throws IOException {
    file.moveToTarget();
  }

  @Override
  public void close() throws IOException {
    try (file) {
      if (framesInChunk > 0 && chunk.isPresent()) {
        endChunk();
      }
    } finally {
      if (chunk.isPresent()) {
        chunk.get().close();
      }
    }
  }

  private Path chunkFile(int number) {
    String name = file.target().getFileName().toString();
    int dot = name.lastIndexOf('.');
    return work.resolve(
        String.format("%s-%05d%s", name.substring(0, dot), number, name.substring(dot)));
  }
}
