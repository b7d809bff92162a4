package org.cleanplate.imagej.run;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.cleanplate.frame.FrameSink;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.network.graph.Layer;

/**
 * Several targets as one.
 *
 * @param targets closed with this; the last one's images come last
 * @param folder where they write, if they do; closed after them
 */
record JointTarget(List<ResultTarget> targets, Optional<OutputFolder> folder)
    implements ResultTarget {
  JointTarget {
    targets = List.copyOf(targets);
  }

  @Override
  public Set<Layer> layers() {
    Set<Layer> layers = EnumSet.noneOf(Layer.class);
    targets.forEach(target -> layers.addAll(target.layers()));
    return layers;
  }

  @Override
  public long heapBytes() {
    return targets.stream().mapToLong(ResultTarget::heapBytes).sum();
  }

  @Override
  public List<FrameSink> openSinks(FrameSource source) throws IOException {
    List<FrameSink> sinks = new ArrayList<>();
    try {
      for (ResultTarget target : targets) {
        sinks.addAll(target.openSinks(source));
      }
      return sinks;
    } catch (IOException | RuntimeException e) {
      for (FrameSink sink : sinks) {
        sink.close();
      }
      throw e;
    }
  }

  @Override
  public List<ImagePlus> deliver(Consumer<ImagePlus> last) throws IOException {
    List<ImagePlus> images = new ArrayList<>();
    for (ResultTarget target : targets) {
      images.addAll(target.deliver(last));
    }
    return images;
  }

  @Override
  public List<Path> files() {
    return targets.stream().flatMap(target -> target.files().stream()).toList();
  }

  /** Closes every target even if one of them fails to. */
  @Override
  public void close() throws IOException {
    IOException failure = null;
    for (ResultTarget target : targets) {
      try {
        target.close();
      } catch (IOException e) {
        failure = failure == null ? e : failure;
      }
    }
    if (folder.isPresent()) {
      folder.get().close();
    }
    if (failure != null) {
      throw failure;
    }
  }
}
