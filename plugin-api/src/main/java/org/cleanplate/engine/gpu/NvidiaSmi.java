package org.cleanplate.engine.gpu;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The program that comes with the driver. */
public final class NvidiaSmi implements DriverQuery {
  private static final List<String> COMMAND =
      List.of("nvidia-smi", "--query-gpu=driver_version,name", "--format=csv,noheader");

  @Override
  public Optional<Driver> ask() {
    return ProgramOutput.of(COMMAND).flatMap(NvidiaSmi::parse);
  }

  /** Reads a line for each device: {@code 570.26, NVIDIA H100}. */
  static Optional<Driver> parse(String output) {
    List<String[]> rows =
        output
            .lines()
            .map(line -> line.split(",", 2))
            .filter(cells -> cells.length == 2 && cells[0].strip().matches("\\d+(\\.\\d+)*"))
            .toList();
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Driver(
                rows.get(0)[0].strip(),
                rows.stream().map(cells -> cells[1].strip()).collect(Collectors.joining(", "))));
  }
}
