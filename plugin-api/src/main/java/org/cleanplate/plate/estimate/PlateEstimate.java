package org.cleanplate.plate.estimate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cleanplate.frame.Frame;
import org.cleanplate.plate.FixedPlate;
import org.cleanplate.plate.PlateModel;

/**
 * A plate that was estimated, with what is known of its quality.
 *
 * @param plate the picture
 * @param ghosts where it is in doubt
 * @param places the largest places of doubt, largest first
 */
public record PlateEstimate(FixedPlate plate, GhostMap ghosts, List<Ghost> places)
    implements PlateModel {
  public PlateEstimate {
    places = List.copyOf(places);
  }

  /** The picture itself. */
  public Frame picture() {
    return plate.picture();
  }

  @Override
  public String description() {
    return plate.description();
  }

  @Override
  public boolean isFixed() {
    return true;
  }

  @Override
  public Frame plateFor(Frame source) {
    return plate.plateFor(source);
  }

  /** What to tell the user before the plate is used; empty if all is well. */
  public Optional<String> warning() {
    return places.isEmpty()
        ? Optional.empty()
        : Optional.of(Ghosts.warning(ghosts.share(), places));
  }

  @Override
  public Map<String, String> properties() {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("ghost.share", String.format(Locale.ROOT, "%.4f", ghosts.share()));
    if (!places.isEmpty()) {
      properties.put("ghost.place", places.get(0).describe());
    }
    return properties;
  }
}
