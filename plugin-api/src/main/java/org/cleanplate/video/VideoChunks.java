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
 * A video that a run which was killed can go on with: each chunk is a video of its own, {@code
 * walk-alpha-00003.mp4}, encoded like all others; in the end their packets are copied into one.
 */
public final class VideoChunks implements ChunkedOutput {
  private final Path work;
  private final OutputFile file;
  private final Layer layer;
  private final FrameFormat source;
  private final double framesPerSecond;
  private Optional<VideoFrameSink> chunk = Optional.empty();

  private VideoChunks(
      Path work, OutputFile file, Layer layer, FrameFormat source, double framesPerSecond) {
    this.work = work;
    this.file = file;
    this.layer = layer;
    this.source = source;
    this.framesPerSecond = framesPerSecond;
  }

  /**
   * Gets ready to write.
   *
   * @param work the run's working folder
   * @param target the file in the end; one that exists is replaced
   * @param layer what to write
   * @param source the format of the source's frames, of which the size is taken
   * @param framesPerSecond the source's rhythm; 0 if it has none, the video then has 25
   * @throws MattingException if the folder cannot be written to, the extension is not known, or the
   *     kind of video cannot hold the layer
   */
  public static VideoChunks create(
      Path work, Path target, Layer layer, FrameFormat source, double framesPerSecond) {
    VideoPreset.forFile(target, layer);
    return new VideoChunks(work, OutputFile.create(target), layer, source, framesPerSecond);
  }

  @Override
  public Set<Layer> layers() {
    return Set.of(layer);
  }

  @Override
  public void beginChunk(int number) throws IOException {
    chunk = Optional.of(VideoFrameSink.create(chunkFile(number), layer, source, framesPerSecond));
  }

  @Override
  public void write(Matte matte) throws IOException {
    chunk.orElseThrow().write(matte);
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
    VideoPreset preset = VideoPreset.forFile(file.target(), layer);
    try (VideoTimeline timeline = new VideoTimeline(framesPerSecond);
        ChunkJoiner joiner = new ChunkJoiner(file.temporary(), file.target().toString(), preset)) {
      joiner.join(files, timesMicros, timeline);
    }
    DurableFile.force(file.temporary());
  }

  @Override
  public void finish() throws IOException {
    file.moveToTarget();
  }

  @Override
  public void close() throws IOException {
    try (file) {
      if (chunk.isPresent()) {
        endChunk();
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
