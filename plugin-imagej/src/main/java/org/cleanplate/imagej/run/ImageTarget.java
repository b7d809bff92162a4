package org.cleanplate.imagej.run;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.cleanplate.frame.FrameSink;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.imagej.image.ResultTitle;
import org.cleanplate.imagej.parameters.MatteStackParameters;
import org.cleanplate.imagej.parameters.Output;
import org.cleanplate.imagej.result.OutputPlanes;
import org.cleanplate.imagej.result.StackResult;
import org.cleanplate.network.graph.Layer;

/** Results as image stacks, in memory or each in a TIFF. */
final class ImageTarget implements ResultTarget {
  private final List<SeriesInput> inputs;
  private final OutputPlanes planes;
  private final Map<Output, StackResult> results = new LinkedHashMap<>();
  private int opened;
  private boolean delivered;

  /**
   * Starts the results.
   *
   * @param inputs the series in the order in which they will be matted
   * @param folder where to write TIFF stacks; empty to keep the results in memory
   */
  ImageTarget(
      List<SeriesInput> inputs, MatteStackParameters parameters, Optional<OutputFolder> folder)
      throws IOException {
    this.inputs = inputs;
    this.planes =
        new OutputPlanes(parameters.alphaDepth(), parameters.unmix(), parameters.findings().mask());
    try {
      // Shown in this order; the last is current afterwards, and that is alpha.
      for (Output output :
          parameters.outputs().stream().sorted(Comparator.reverseOrder()).toList()) {
        results.put(output, start(output, parameters, folder));
      }
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private StackResult start(
      Output output, MatteStackParameters parameters, Optional<OutputFolder> folder)
      throws IOException {
    SeriesInput first = inputs.get(0);
    var made = planes.of(output, first.series(), first.levels());
    if (folder.isEmpty()) {
      String title = ResultTitle.of(first.image(), output.key());
      return StackResult.inMemory(title, first.series(), made);
    }
    String name = ResultTitle.fileStem(first.image().getTitle()) + "-" + output.key() + ".tif";
    Path file = folder.get().path().resolve(name);
    boolean reopen = parameters.save().orElseThrow().open();
    return StackResult.inFile(name, first.series(), made, file, reopen);
  }

  @Override
  public Set<Layer> layers() {
    Set<Layer> layers = EnumSet.noneOf(Layer.class);
    results.values().forEach(result -> layers.addAll(result.layers()));
    return layers;
  }

  @Override
  public long heapBytes() {
    return results.values().stream().mapToLong(StackResult::heapBytes).sum();
  }

  @Override
  public List<FrameSink> openSinks(FrameSource frames) {
    SeriesInput input = inputs.get(opened++);
    List<FrameSink> sinks = new ArrayList<>();
    results.forEach(
        (output, result) ->
            sinks.add(
                result.sink(input.series(), planes.of(output, input.series(), input.levels()))));
    return sinks;
  }

  @Override
  public List<ImagePlus> deliver(Consumer<ImagePlus> last) throws IOException {
    List<ImagePlus> images = new ArrayList<>();
    if (opened == inputs.size()) {
      for (StackResult result : results.values()) {
        result.finish(last).ifPresent(images::add);
      }
      delivered = true;
    }
    return images;
  }

  @Override
  public List<Path> files() {
    return delivered
        ? results.values().stream().flatMap(result -> result.file().stream()).toList()
        : List.of();
  }

  @Override
  public void close() throws IOException {
    for (StackResult result : results.values()) {
      result.close();
    }
  }
}
