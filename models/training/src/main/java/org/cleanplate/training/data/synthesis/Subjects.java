package org.cleanplate.training.data.synthesis;

/** Which subject is shown how often. */
final class Subjects {
  private static final Subject PERSON = new Person();
  private static final Subject ANIMAL = new Animal();
  private static final Subject THINGS = new Things();
  private static final Subject PLANT = new Plant();
  private static final Subject BLOBS = new Blobs();
  private static final Subject THIN = new Thin();
  private static final Subject CELLS = new Cells();
  private static final Subject SMOKE = new Smoke();
  private static final Subject FULL_FRAME = new FullFrame();

  private Subjects() {}

  /** What may as well belong to a scene: solid things. */
  static Subject bystander(Dice dice) {
    return switch (dice.weighted(0.35, 0.1, 0.35, 0.2)) {
      case 0 -> PERSON;
      case 1 -> ANIMAL;
      case 2 -> THINGS;
      default -> PLANT;
    };
  }

  static Subject any(Dice dice) {
    return switch (dice.weighted(0.36, 0.14, 0.2, 0.06, 0.09, 0.05, 0.05, 0.03, 0.02)) {
      case 0 -> PERSON;
      case 1 -> ANIMAL;
      case 2 -> THINGS;
      case 3 -> PLANT;
      case 4 -> BLOBS;
      case 5 -> THIN;
      case 6 -> CELLS;
      case 7 -> SMOKE;
      default -> FULL_FRAME;
    };
  }
}
