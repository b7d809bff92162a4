package org.cleanplate.imagej.parameters;

import java.util.List;
import org.cleanplate.engine.Device;
import org.cleanplate.engine.PrecisionChoice;
import org.cleanplate.imagej.macro.MacroKey;
import org.cleanplate.imagej.macro.MacroLine;
import org.cleanplate.imagej.macro.MacroOptions;

/**
 * What to compute on, and in which floats.
 *
 * @param device where to compute
 * @param precision the network's floats
 */
public record ComputeChoice(Device device, PrecisionChoice precision) {

  /** A GPU if there is one that works, in what suits it. */
  public static final ComputeChoice AUTO =
      new ComputeChoice(new Device.Auto(), PrecisionChoice.AUTO);

  static List<MacroKey> macroKeys() {
    return List.of(
        new MacroKey("device", "auto|cpu|cuda:N|tensorrt:N", "where to compute; default auto"),
        new MacroKey(
            "precision",
            "auto|fp32|fp16",
            "floats of the network; auto is fp16 on a GPU and fp32 on the CPU; default auto"));
  }

  static ComputeChoice read(MacroOptions options) {
    return new ComputeChoice(
        options.text("device").map(Device::parse).orElse(AUTO.device),
        options
            .choice("precision", PrecisionChoice.class, PrecisionChoice::key)
            .orElse(AUTO.precision));
  }

  /** A device in what suits it. */
  public static ComputeChoice on(Device device) {
    return new ComputeChoice(device, PrecisionChoice.AUTO);
  }

  /** Records what differs from the default. */
  void write(MacroLine line) {
    if (!device.equals(AUTO.device)) {
      line.add("device", device.toText());
    }
    if (precision != AUTO.precision) {
      line.add("precision", precision.key());
    }
  }

  /** As messages name it: {@code cuda:0}, {@code cpu, fp16}. */
  public String toText() {
    return device.toText() + (precision == AUTO.precision ? "" : ", " + precision.key());
  }
}
