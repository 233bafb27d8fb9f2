# Untested: no container engine was available where this was written.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/Bot -c Release -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
ENV ASPNETCORE_ENVIRONMENT=Production ASPNETCORE_URLS=http://+:8080 Database__Path=/data/partyprojects.db
VOLUME /data
EXPOSE 8080
ENTRYPOINT ["./PartyProjects.Bot"]
