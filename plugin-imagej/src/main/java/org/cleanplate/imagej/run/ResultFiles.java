package org.cleanplate.imagej.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cleanplate.imagej.image.ResultTitle;
import org.cleanplate.imagej.parameters.FileExport;
import org.cleanplate.imagej.parameters.FileFormat;
import org.cleanplate.imagej.parameters.Output;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.sequence.SequenceFormat;

/**
 * How the files of a run are called and what is in them: {@code walk-alpha.mp4}, or a folder {@code
 * walk-alpha} of pictures.
 *
 * @param export where and as what
 * @param outputs which results
 * @param stem what all names begin with
 */
record ResultFiles(FileExport export, Set<Output> outputs, String stem) {

  /** The files of a source of that name. */
  static ResultFiles of(FileExport export, Set<Output> outputs, String sourceName) {
    // A title may hold what a file name may not.
    String stem = ResultTitle.stem(sourceName).replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_").strip();
    return new ResultFiles(export, outputs, stem);
  }

  ResultFiles withStem(String other) {
    return new ResultFiles(export, outputs, other);
  }

  /** What the files hold together. */
  Set<Layer> layers() {
    return outputs.stream().map(this::layer).collect(Collectors.toUnmodifiableSet());
  }

  /** The results in the order in which they are written. */
  List<Output> ordered() {
    return outputs.stream().sorted().toList();
  }

  Layer layer(Output output) {
    boolean deep = export.bits() == 16;
    return switch (output) {
      case ALPHA -> deep ? Layer.ALPHA_16 : Layer.ALPHA_8;
      case FOREGROUND -> deep ? Layer.FOREGROUND_16 : Layer.FOREGROUND_8;
      case COMPOSITE -> Layer.COMPOSITE_8;
      case CUTOUT -> Layer.CUTOUT_8;
      case ERROR -> Layer.ERROR_MAP;
      case REGIONS -> Layer.REFINED_REGIONS;
    };
  }

  /** The name without an extension. */
  String name(Output output) {
    return stem + "-" + output.key();
  }

  /** The video of a result. */
  Path video(Output output, Path folder) {
    return folder.resolve(name(output) + "." + export.format().key());
  }

  SequenceFormat pictures() {
    return export.format() == FileFormat.PNG ? SequenceFormat.PNG : SequenceFormat.TIFF;
  }
}
