package org.cleanplate.resume;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.cleanplate.frame.FrameSink;
import org.cleanplate.frame.Matte;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.output.Closing;

/**
 * All results of a run, written in step: after every so many frames each of them ends a chunk, and
 * only then does the journal list it. Whatever ends the run, the next one of the same identity goes
 * on behind the last chunk that is listed. As every chunk is encoded on its own, it makes no
 * difference to the frames whether the run was interrupted.
 *
 * <p>Closed before it is finished, it leaves the working folder, with files that can be played; but
 * if no frame was written, nothing.
 */
public final class ResumableSink implements FrameSink {
  /** Some minutes of work at the pace of a large frame on a CPU. */
  public static final int DEFAULT_CHUNK_FRAMES = 200;

  private final WorkFolder folder;
  private final List<ChunkedOutput> outputs;
  private final int chunkFrames;
  private final long framesDone;

  /** The times of the frames of the chunk that is being written. */
  private final List<Long> times = new ArrayList<>();

  private boolean inChunk;
  private boolean joined;
  private boolean closed;

  /**
   * Gets ready to go on where the folder's journal ends.
   *
   * @param folder closed with this sink
   * @param outputs closed with this sink
   * @param chunkFrames frames of a chunk, at least 1
   */
  public ResumableSink(WorkFolder folder, List<ChunkedOutput> outputs, int chunkFrames)
      throws IOException {
    this.folder = folder;
    this.outputs = List.copyOf(outputs);
    this.chunkFrames = chunkFrames;
    this.framesDone = frameTimes().length;
    if (framesDone == 0) {
      // An encoder that does not take these frames says so before any is computed.
      beginChunk();
    }
  }

  @Override
  public Set<Layer> layers() {
    Set<Layer> layers = EnumSet.noneOf(Layer.class);
    outputs.forEach(output -> layers.addAll(output.layers()));
    return layers;
  }

  @Override
  public long framesDone() {
    return framesDone;
  }

  @Override
  public List<String> notes() {
    return outputs.stream().flatMap(output -> output.notes().stream()).toList();
  }

  @Override
  public void write(Matte matte) throws IOException {
    if (!inChunk) {
      beginChunk();
    }
    for (ChunkedOutput output : outputs) {
      output.write(matte);
    }
    times.add(matte.timeMicros());
    if (times.size() == chunkFrames) {
      endChunk();
    }
  }

  private void beginChunk() throws IOException {
    for (ChunkedOutput output : outputs) {
      output.beginChunk(folder.journal().chunks().size());
    }
    inChunk = true;
  }

  private void endChunk() throws IOException {
    for (ChunkedOutput output : outputs) {
      output.endChunk();
    }
    folder.journal().append(times.stream().mapToLong(Long::longValue).toArray());
    times.clear();
    inChunk = false;
  }

  /** Ends the last chunk and joins them all. */
  @Override
  public void complete() throws IOException {
    if (joined) {
      return;
    }
    if (!times.isEmpty()) {
      endChunk();
    }
    for (ChunkedOutput output : outputs) {
      output.join(folder.journal().chunks().size(), frameTimes());
    }
    joined = true;
  }

  private long[] frameTimes() {
    return folder.journal().chunks().stream().flatMapToLong(LongStream::of).toArray();
  }

  @Override
  public void finish() throws IOException {
    complete();
    for (ChunkedOutput output : outputs) {
      output.finish();
    }
    Closing.all(outputs, ChunkedOutput::close);
    folder.delete();
    closed = true;
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try {
      Closing.all(outputs, ChunkedOutput::close);
    } finally {
      if (framesDone == 0 && times.isEmpty()) {
        folder.abandon();
      } else {
        folder.close();
      }
    }
  }
}
