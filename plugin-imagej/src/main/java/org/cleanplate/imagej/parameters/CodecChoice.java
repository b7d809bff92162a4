package org.cleanplate.imagej.parameters;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.cleanplate.imagej.macro.MacroKey;
import org.cleanplate.imagej.macro.MacroLine;
import org.cleanplate.imagej.macro.MacroOptions;
import org.cleanplate.video.DecodingDevice;
import org.cleanplate.video.EncoderChoice;

/** Whether videos are decoded or encoded by the processor or by hardware made for it. */
public enum CodecChoice {
  /** By a GPU's hardware where that GPU computes the mattes and takes the video. */
  AUTO,
  SOFTWARE,
  /** Or not at all. */
  HARDWARE;

  private static final String DECODER = "decoder";
  private static final String ENCODER = "encoder";

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static MacroKey decoderKey() {
    return new MacroKey(
        DECODER,
        usage(),
        "what decodes the video; hardware is the NVDEC of an NVIDIA GPU, for the same frames;"
            + " default auto: hardware where the GPU computes the mattes, if it takes the video");
  }

  static MacroKey encoderKey() {
    return new MacroKey(
        ENCODER,
        usage(),
        "what encodes "
            + FileFormat.keysOf(FileFormat::hasHardwareEncoder)
            + "; hardware is NVENC, VideoToolbox or Quick Sync, for larger files; default auto:"
            + " hardware where an NVIDIA GPU computes the mattes, if it can");
  }

  private static String usage() {
    return Arrays.stream(values()).map(CodecChoice::key).collect(Collectors.joining("|"));
  }

  static CodecChoice readDecoder(MacroOptions options) {
    return options.choice(DECODER, CodecChoice.class, CodecChoice::key).orElse(AUTO);
  }

  /**
   * Reads the encoder.
   *
   * @param format of the results
   */
  static CodecChoice readEncoder(MacroOptions options, FileFormat format) {
    if (!format.hasHardwareEncoder()) {
      options.refuse(ENCODER, "with " + format.key() + ", which there is no hardware for");
    }
    return options.choice(ENCODER, CodecChoice.class, CodecChoice::key).orElse(AUTO);
  }

  void writeDecoder(MacroLine line) {
    write(line, DECODER);
  }

  void writeEncoder(MacroLine line) {
    write(line, ENCODER);
  }

  private void write(MacroLine line, String name) {
    if (this != AUTO) {
      line.add(name, key());
    }
  }

  /**
   * What decodes.
   *
   * @param gpu the NVIDIA GPU that computes the mattes, as CUDA counts; empty if none does
   */
  public DecodingDevice decoding(OptionalInt gpu) {
    boolean hardware = this == HARDWARE || this == AUTO && gpu.isPresent();
    return hardware
        ? new DecodingDevice.Nvidia(gpu.orElse(0), this == HARDWARE)
        : new DecodingDevice.Processor();
  }

  /**
   * What encodes.
   *
   * @param gpu the NVIDIA GPU that computes the mattes, as CUDA counts; empty if none does
   */
  public EncoderChoice encoding(OptionalInt gpu) {
    return switch (this) {
      case AUTO -> gpu.isPresent() ? EncoderChoice.HARDWARE_FIRST : EncoderChoice.BEST;
      case SOFTWARE -> EncoderChoice.SOFTWARE;
      case HARDWARE -> EncoderChoice.HARDWARE;
    };
  }
}
