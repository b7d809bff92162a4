package org.cleanplate.imagej.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.imagej.image.ResultTitle;
import org.cleanplate.imagej.parameters.FileExport;
import org.cleanplate.imagej.parameters.FileFormat;
import org.cleanplate.imagej.parameters.Output;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.sequence.SequenceFormat;
import org.cleanplate.video.EncodeOptions;
import org.cleanplate.video.EncoderChoice;
import org.cleanplate.video.Quality;
import org.cleanplate.video.RunEncoder;
import org.cleanplate.video.VideoContent;

/**
 * How the files of a run are called and what is in them: {@code walk-alpha.mp4}, or a folder {@code
 * walk-alpha} of pictures.
 *
 * @param export where and as what
 * @param outputs which results
 * @param stem what all names begin with
 * @param deep whether samples have 16 bits
 * @param origin what videos take over from their source
 * @param description what pictures and videos say of themselves
 * @param encoder the only one that writes videos; empty for the best that works
 */
record ResultFiles(
    FileExport export,
    Set<Output> outputs,
    String stem,
    boolean deep,
    VideoOrigin origin,
    String description,
    Optional<String> encoder) {

  /**
   * The files of a source.
   *
   * @param sourceName its title or file name
   * @param deepSource whether its samples have more than 8 bits
   */
  static ResultFiles of(
      FileExport export,
      Set<Output> outputs,
      String sourceName,
      boolean deepSource,
      VideoOrigin origin) {
    String stem = ResultTitle.fileStem(sourceName);
    boolean deep = export.isDeep(deepSource);
    return new ResultFiles(export, outputs, stem, deep, origin, "", Optional.empty());
  }

  ResultFiles withStem(String other) {
    return new ResultFiles(export, outputs, other, deep, origin, description, encoder);
  }

  /** The same, saying something of themselves. */
  ResultFiles describedAs(String text) {
    return new ResultFiles(export, outputs, stem, deep, origin, text, encoder);
  }

  /** The same with videos that one encoder writes, if there is a name. */
  ResultFiles encodedBy(Optional<String> name) {
    return new ResultFiles(export, outputs, stem, deep, origin, description, name);
  }

  /** What the files hold together. */
  Set<Layer> layers() {
    return outputs.stream()
        .flatMap(output -> content(output).layers().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The results in the order in which they are written. */
  List<Output> ordered() {
    return outputs.stream().sorted().toList();
  }

  private Layer layer(Output output) {
    return switch (output) {
      case ALPHA -> deep ? Layer.ALPHA_16 : Layer.ALPHA_8;
      case FOREGROUND -> deep ? Layer.FOREGROUND_16 : Layer.FOREGROUND_8;
      case COMPOSITE -> deep ? Layer.COMPOSITE_16 : Layer.COMPOSITE_8;
      case CUTOUT -> Layer.CUTOUT_8;
      case ERROR -> Layer.ERROR_MAP;
      case REGIONS -> Layer.REFINED_REGIONS;
      case MASK, LABELS -> throw new IllegalArgumentException(output + " is no layer");
    };
  }

  /** What pictures or a video of a result show. */
  VideoContent content(Output output) {
    return output == Output.CUTOUT && deep
        ? VideoContent.CUTOUT_16
        : VideoContent.of(layer(output));
  }

  /** How videos are written. */
  EncodeOptions encoding() {
    EncodeOptions usual =
        EncodeOptions.of(export.format().video().orElseThrow())
            .withComment(description)
            .withEncoder(encoder);
    OptionalInt percent = export.quality();
    return origin.applyTo(
        percent.isPresent() ? usual.withQuality(new Quality(percent.getAsInt())) : usual);
  }

  /**
   * Settles what encodes the videos, if there are any.
   *
   * @throws org.cleanplate.MattingException if nothing that is chosen does
   */
  RunEncoder encoder(EncoderChoice choice, FrameSource source) {
    List<VideoContent> contents = ordered().stream().map(this::content).toList();
    return export
        .format()
        .video()
        .filter(preset -> !contents.isEmpty())
        .map(
            preset ->
                RunEncoder.choose(
                    choice, preset, contents, source.format(), source.framesPerSecond()))
        .orElse(RunEncoder.BEST);
  }

  /** The name without an extension. */
  String name(Output output) {
    return stem + "-" + output.key();
  }

  /** The video of a result. */
  Path video(Output output, Path folder) {
    return folder.resolve(name(output) + "." + encoding().preset().extension());
  }

  SequenceFormat pictures() {
    return export.format() == FileFormat.PNG ? SequenceFormat.PNG : SequenceFormat.TIFF;
  }
}
