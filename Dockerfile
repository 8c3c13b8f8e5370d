# syntax=docker/dockerfile:1

# The release line of the Node that the checkout carries, with its security fixes; slim has no compiler, none is needed.
FROM node:24-slim AS base
WORKDIR /app

# What decides which packages are installed, and nothing else: a change of code leaves the next stage cached.
FROM base AS manifests
COPY . .
RUN find . -depth \( -type f ! -name package.json ! -name package-lock.json ! -name .npmrc -o -type d -empty \) -delete

FROM base AS deps
COPY --from=manifests /app ./
RUN npm ci

FROM deps AS build
COPY . .
RUN npx nx run-many -t build -p api,lab
# What was built, and not what it was built from.
RUN mkdir out && find apps/api apps/lab libs -name node_modules -prune -o -type d -name dist -print | xargs cp -r --parents -t out

# Without optional packages there is no embedded PostgreSQL: a container is given a DATABASE_URL.
FROM base AS production
COPY --from=manifests /app ./
RUN npm ci --workspace @rungs/api --omit=dev --omit=optional

FROM base AS runtime
ENV NODE_ENV=production
ENV HOST=0.0.0.0
ENV PORT=3000
ENV RUNGS_DATA_DIRECTORY=/app/data
COPY --from=production /app ./
COPY --from=build /app/out ./
# Written in development only, where the server keeps a signing key of its own.
RUN install -d -m 0700 -o 10001 -g 10001 data
# A number, so that an orchestrator can see that it is not root.
USER 10001:10001
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "apps/api/dist/main.js"]
