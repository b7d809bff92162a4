package org.cleanplate.engine.gpu;

import java.util.Optional;

/** Asks the NVIDIA driver what it is and drives. */
@FunctionalInterface
public interface DriverQuery {

  /** The answer; empty if the driver gives none. */
  Optional<Driver> ask();

  /**
   * An installed driver.
   *
   * @param version as {@code 570.26}
   * @param devices the devices' names, for people
   */
  record Driver(String version, String devices) {}
}
