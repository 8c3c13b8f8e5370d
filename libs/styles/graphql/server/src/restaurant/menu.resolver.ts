import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  DeletePhoto,
  GetMenu,
  GetMenuImport,
  GetMenuItem,
  GetPhoto,
  ImportMenu,
  ReplaceMenu,
  SetPhoto,
  UpdateMenuItem,
  type MenuItemView,
  type RestaurantById,
} from '@rungs/application';
import { factsOfPhoto, type Actor } from '@rungs/domain';
import { parseInput } from '@rungs/json';
import type { GraphqlContext } from '../context.ts';
import { globalIdOf, uuidOf } from '../global-id.ts';
import type { Answer, FieldsOf, MenuImportNode, MenuItemNode, MenuNode, NullableAnswer, PhotoNode } from '../nodes.ts';
import type {
  DeletePhotoInput,
  ImportMenuInput,
  QueryMenuArgs,
  QueryMenuImportArgs,
  QueryMenuItemArgs,
  QueryPhotoArgs,
  ReplaceMenuInput,
  SetPhotoInput,
  UpdateMenuItemInput,
} from '../types.generated.ts';
import { orNull, payloadOf, userErrorOf } from '../user-errors.ts';

@Resolver('Menu')
export class MenuResolver implements FieldsOf<'Menu'> {
  constructor(
    private readonly getMenu: GetMenu,
    private readonly replacing: ReplaceMenu,
  ) {}

  @Query()
  menu(@Args() asked: QueryMenuArgs, @Context('actor') actor: Actor): NullableAnswer<'Menu'> {
    return orNull(this.getMenu.execute(actor, ofRestaurant(asked)));
  }

  @Mutation()
  replaceMenu(@Args('input') input: ReplaceMenuInput, @Context('actor') actor: Actor): Answer<'MenuPayload'> {
    return payloadOf('menu', () => this.replacing.execute(actor, parseInput.replaceMenu(ofRestaurant(input))));
  }

  @ResolveField()
  id({ restaurantId }: MenuNode): string {
    return globalIdOf('Menu', restaurantId);
  }

  @ResolveField()
  items({ items, restaurantId }: MenuNode): MenuItemNode[] {
    return items.map((item) => ({ ...item, restaurantId }));
  }

  @ResolveField()
  availableActions({ actions }: MenuNode): MenuNode['actions'] {
    return actions;
  }
}

@Resolver('MenuItem')
export class MenuItemResolver implements FieldsOf<'MenuItem'> {
  constructor(
    private readonly getMenuItem: GetMenuItem,
    private readonly updating: UpdateMenuItem,
    private readonly settingPhoto: SetPhoto,
    private readonly deletingPhoto: DeletePhoto,
  ) {}

  @Query()
  menuItem(@Args() asked: QueryMenuItemArgs, @Context('actor') actor: Actor): NullableAnswer<'MenuItem'> {
    const named = ofDish(asked);
    return orNull(nodeIn(named, this.getMenuItem.execute(actor, named)));
  }

  @Mutation()
  updateMenuItem(@Args('input') input: UpdateMenuItemInput, @Context('actor') actor: Actor): Answer<'MenuItemPayload'> {
    const members = ofDish(input);
    return payloadOf('menuItem', () =>
      nodeIn(members, this.updating.execute(actor, parseInput.updateMenuItem(members))),
    );
  }

  @Mutation()
  setPhoto(@Args('input') input: SetPhotoInput, @Context('actor') actor: Actor): Answer<'MenuItemPayload'> {
    const members = ofDish(input);
    return payloadOf('menuItem', () => nodeIn(members, this.settingPhoto.execute(actor, parseInput.setPhoto(members))));
  }

  @Mutation()
  deletePhoto(@Args('input') input: DeletePhotoInput, @Context('actor') actor: Actor): Answer<'MenuItemPayload'> {
    const members = ofDish(input);
    return payloadOf('menuItem', () =>
      nodeIn(members, this.deletingPhoto.execute(actor, parseInput.deletePhoto(members))),
    );
  }

  @ResolveField()
  id({ id, restaurantId }: MenuItemNode): string {
    return globalIdOf('MenuItem', `${restaurantId}/${id}`);
  }

  @ResolveField()
  menuItemId({ id }: MenuItemNode): string {
    return id;
  }

  @ResolveField()
  photo({ photo, id: menuItemId, restaurantId }: MenuItemNode): PhotoNode | null {
    return photo ? { ...photo, menuItemId, restaurantId } : null;
  }

  @ResolveField()
  availableActions({ actions }: MenuItemNode): MenuItemNode['actions'] {
    return actions;
  }
}

@Resolver('Photo')
export class PhotoResolver implements FieldsOf<'Photo'> {
  constructor(private readonly getPhoto: GetPhoto) {}

  @Query()
  async photo(@Args() asked: QueryPhotoArgs, @Context('actor') actor: Actor): NullableAnswer<'Photo'> {
    const named = ofDish(asked);
    const photo = await orNull(this.getPhoto.execute(actor, named));
    return photo && { ...named, ...factsOfPhoto(photo), data: photo.data };
  }

  @ResolveField()
  async data({ data, restaurantId, menuItemId }: PhotoNode, _args: object, { actor }: GraphqlContext) {
    if (data !== undefined) return data;
    const photo = await orNull(this.getPhoto.execute(actor, { restaurantId, menuItemId }));
    return photo && photo.data;
  }
}

@Resolver('MenuImport')
export class MenuImportResolver implements FieldsOf<'MenuImport'> {
  constructor(
    private readonly getMenuImport: GetMenuImport,
    private readonly importing: ImportMenu,
  ) {}

  @Query()
  menuImport(@Args() asked: QueryMenuImportArgs, @Context('actor') actor: Actor): NullableAnswer<'MenuImport'> {
    const named = { ...ofRestaurant(asked), menuImportId: uuidOf(asked.menuImportId, 'MenuImport') };
    return orNull(this.getMenuImport.execute(actor, named));
  }

  @Mutation()
  importMenu(@Args('input') input: ImportMenuInput, @Context('actor') actor: Actor): Answer<'MenuImportPayload'> {
    return payloadOf('menuImport', () => this.importing.execute(actor, parseInput.importMenu(ofRestaurant(input))));
  }

  @ResolveField()
  id({ id, restaurantId }: MenuImportNode): string {
    return globalIdOf('MenuImport', `${restaurantId}/${id}`);
  }

  @ResolveField()
  menuImportId({ id }: MenuImportNode): string {
    return id;
  }

  @ResolveField()
  lines({ lines }: MenuImportNode) {
    return lines.map((read) => ('refusal' in read ? { line: read.line, userError: userErrorOf(read.refusal) } : read));
  }
}

function ofRestaurant<T extends { readonly restaurantId: string }>(input: T): T {
  return { ...input, restaurantId: uuidOf(input.restaurantId, 'Restaurant', 'Menu') };
}

/** A dish is named within its restaurant, which its view does not say. */
async function nodeIn({ restaurantId }: RestaurantById, reading: Promise<MenuItemView>): Promise<MenuItemNode> {
  return { ...(await reading), restaurantId };
}

function ofDish<T extends { readonly restaurantId: string; readonly menuItemId: string }>(input: T): T {
  return { ...ofRestaurant(input), menuItemId: uuidOf(input.menuItemId, 'MenuItem') };
}
