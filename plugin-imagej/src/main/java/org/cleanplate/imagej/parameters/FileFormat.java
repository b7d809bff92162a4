package org.cleanplate.imagej.parameters;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.cleanplate.imagej.macro.MacroOptions;
import org.cleanplate.video.VideoPreset;

/** The kinds of file that results can be written to. */
public enum FileFormat {
  H264(VideoPreset.H264),
  H265(VideoPreset.H265),
  PRORES(VideoPreset.PRORES),
  FFV1(VideoPreset.FFV1),
  VP9(VideoPreset.VP9),
  PNG,
  TIFF,
  /** One TIFF of all slices, at the depth that an image in memory would have; of images only. */
  STACK;

  private final Optional<VideoPreset> video;

  FileFormat() {
    video = Optional.empty();
  }

  FileFormat(VideoPreset preset) {
    video = Optional.of(preset);
  }

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As a dialog lists it: {@code ProRes 4444 with alpha (mov)}. */
  public String label() {
    return video
        .map(
            preset ->
                preset.title()
                    + (preset.holdsAlpha() ? " with alpha (" : " (")
                    + preset.extension()
                    + ")")
        .orElse(this == STACK ? "TIFF stack" : name() + " pictures");
  }

  /** The kind of video; empty if each frame is a file of its own. */
  public Optional<VideoPreset> video() {
    return video;
  }

  /** Whether each frame is a file of its own. */
  public boolean isPictures() {
    return video.isEmpty() && this != STACK;
  }

  /** Whether 16 bits a sample can be kept, or most of them. */
  public boolean holdsDeepPixels() {
    return isPictures() || video.isPresent() && video.get().holdsDeepPixels();
  }

  /** Whether there is a quality to choose. */
  public boolean hasQuality() {
    return video.isPresent() && video.get().hasQuality();
  }

  /** Whether there is hardware that encodes it, on some machines. */
  public boolean hasHardwareEncoder() {
    return video.isPresent() && video.get().hasHardwareEncoder();
  }

  /** The keys of those for which something holds. */
  static String keysOf(Predicate<FileFormat> condition) {
    List<String> keys = Arrays.stream(values()).filter(condition).map(FileFormat::key).toList();
    return String.join(", ", keys.subList(0, keys.size() - 1))
        + " and "
        + keys.get(keys.size() - 1);
  }

  /** Those that frames of any source can be written to, the usual one first. */
  public static List<FileFormat> ofVideos() {
    return Arrays.stream(values()).filter(format -> format != STACK).toList();
  }

  /** Those that an image can be written to, the usual one first. */
  public static List<FileFormat> ofStacks() {
    List<FileFormat> formats = new ArrayList<>(List.of(PNG, TIFF, STACK));
    Arrays.stream(values()).filter(format -> format.video.isPresent()).forEach(formats::add);
    return formats;
  }

  /** All keys, as a macro's help writes a choice. */
  static String usage() {
    return usage(Arrays.asList(values()));
  }

  /** The keys of those that a source without slices can be written to as well. */
  static String usageForVideos() {
    return usage(ofVideos());
  }

  private static String usage(List<FileFormat> formats) {
    return formats.stream().map(FileFormat::key).collect(Collectors.joining("|"));
  }

  /** Reads a key, or the extension of a kind of video: {@code mov} for {@link #PRORES}. */
  static Optional<FileFormat> read(MacroOptions options, String key) {
    Optional<FileFormat> byExtension =
        options
            .text(key)
            .flatMap(
                word ->
                    Arrays.stream(values())
                        .filter(f -> f.video.isPresent())
                        .filter(f -> f.video.get().extension().equalsIgnoreCase(word))
                        .findFirst());
    return byExtension.isPresent()
        ? byExtension
        : options.choice(key, FileFormat.class, FileFormat::key);
  }
}
